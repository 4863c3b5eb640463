"""What can be wrong with a file that came back from a reviewer, and what the review itself says."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "review-missing": error(
        "filen finns inte",
        "kontrollera namnet och mappen",
        "the file does not exist",
        "check its name and folder",
    ),
    "review-not-word": error(
        "filen är inget Word-dokument, är skadad eller har ett lösenord",
        "be granskaren spara den som Word-dokument (.docx) utan lösenord och skicka den igen",
        "the file is no Word document, is damaged or has a password",
        "ask the reviewer to save it as a Word document (.docx) without a password and to send it again",
    ),
    "review-too-big": error(
        "filen är för stor för att vara ett granskat utkast (gräns: {limit} MB uppackad text)",
        "kontrollera att det är rätt fil",
        "the file is too big for a reviewed draft (limit: {limit} MB of unpacked text)",
        "check that this is the right file",
    ),
    "review-broken": error(
        "delen {part} i filen är skadad",
        "öppna filen i Word, låt Word reparera den, och spara den igen",
        "the part {part} of the file is damaged",
        "open the file in Word, let Word repair it, and save it again",
    ),
    "review-not-ours": error(
        "filen säger inte vilket utkast den är",
        "granska bara filer som ”safecomm build” har gjort; text som klistrats in i ett annat dokument går inte",
        "the file does not say which draft it is",
        "review only files made by “safecomm build”; text pasted into another document cannot be placed",
    ),
    "review-foreign": error(
        "filen är utkast {build}, som inte hör till det här projektet",
        "välj rätt projekt med --project, eller hämta den Git-historik där utkastet byggdes",
        "the file is draft {build}, which does not belong to this project",
        "choose the right project with --project, or fetch the Git history from which the draft was built",
    ),
    "review-draft-lost": warning(
        "utkast {build} finns varken bland filerna eller i Git; filen jämförs med innehållet som det är nu",
        "spara i Git det som skickas ut, så visas bara granskarens egna ändringar",
        "draft {build} is neither among the files nor in Git; the file is compared with the content as it is now",
        "commit to Git what is sent out, and only the reviewer’s own changes are shown",
    ),
}

SAYS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "comment": "kommentar",
        "edit": "ändrad text",
        "added": "nytt stycke efter",
        "removed": "borttaget stycke",
        "moved": "flyttat stycke",
        "split": "delat stycke",
        "merged": "stycke sammanslaget med nästa",
        "formatting": "ändrat utseende",
        "margin": "ändrat sidhuvud eller sidfot",
        "nowhere": "(mallen eller flera uppgifter)",
        "silent": "inte spårad",
        "resolved": "löst",
        "fact": "kommer från {fact}",
        "answer": "svar",
        "ask": "Skriv in den?",
        "wrote": "skrev in {count} ändringar",
        "took-back": "tog tillbaka det som senast skrevs in i {files}",
        "left": "kvar att göra för hand:",
        "disputed": "granskarna är oense, inget skrivs in",
        "markup": "här ändras mer än ord (en not, en länk eller utmärkt text), inget skrivs in",
        "moved-on": "texten har ändrats på samma ställe sedan utkastet, inget skrivs in; där står nu: ”{now}”",
        "none": "inga kommentarer och inga ändringar",
        "count": "{comments} kommentarer, {changes} ändringar, varav {writable} kan skrivas in med --apply",
    },
    "en": {
        "comment": "comment",
        "edit": "changed text",
        "added": "new paragraph after",
        "removed": "removed paragraph",
        "moved": "moved paragraph",
        "split": "split paragraph",
        "merged": "paragraph joined with the next",
        "formatting": "changed look",
        "margin": "changed header or footer",
        "nowhere": "(the template, or several facts)",
        "silent": "not tracked",
        "resolved": "resolved",
        "fact": "comes from {fact}",
        "answer": "answer",
        "ask": "Write it?",
        "wrote": "wrote {count} changes",
        "took-back": "took back what was last written in {files}",
        "left": "left to do by hand:",
        "disputed": "the reviewers disagree, nothing is written",
        "markup": "more than words would change here (a note, a link or marked text), nothing is written",
        "moved-on": "the text has changed in the same place since the draft, nothing is written; it now says: “{now}”",
        "none": "no comments and no changes",
        "count": "{comments} comments, {changes} changes, {writable} of which --apply can write in",
    },
}
