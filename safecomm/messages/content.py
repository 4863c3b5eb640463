"""What can be wrong in the content files: the file, its YAML, its fields and its references."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error
from safecomm.messages.yaml_syntax import YAML

FILES = {
    "missing-folder": error(
        "{folder} finns inte, eller är ingen mapp som går att läsa",
        "kör safecomm i projektets mapp, den som innehåller content/, eller ange den med --project",
        "{folder} does not exist, or is no folder that can be read",
        "run safecomm in the project's folder, the one that holds content/, or name it with --project",
    ),
    "missing-file": error(
        "filen finns inte",
        "skapa filen; docs/content.md beskriver vad den ska innehålla",
        "there is no such file",
        "create the file; docs/content.md describes what it holds",
    ),
    "empty-file": error(
        "filen är tom",
        "fyll i filen eller ta bort den; docs/content.md beskriver vad den ska innehålla",
        "the file is empty",
        "fill it in or remove it; docs/content.md describes what it holds",
    ),
    "not-a-file": error(
        "det här är ingen vanlig fil",
        "ersätt den med en textfil",
        "this is no ordinary file",
        "replace it with a text file",
    ),
    "unreadable-file": error(
        "filen går inte att läsa",
        "kontrollera att du har rätt att läsa den och att inget annat program har låst den",
        "the file cannot be read",
        "check that you may read it and that no other program has locked it",
    ),
    "file-too-large": error(
        "filen är större än {megabytes} MB",
        "dela upp texten eller kontrollera att det är rätt fil",
        "the file is larger than {megabytes} MB",
        "split the text, or check that this is the right file",
    ),
    "bad-encoding": error(
        "filen är inte sparad med teckenkodningen UTF-8",
        "öppna den i textredigeraren, välj Spara som och kodningen UTF-8",
        "the file is not saved with the encoding UTF-8",
        "open it in the text editor, choose Save As and the encoding UTF-8",
    ),
    "not-a-text-file": error(
        "filen är ingen textfil: den är sparad av Word, Excel eller ett liknande program",
        "öppna den i programmet och spara den som oformaterad text med kodningen UTF-8 (en tabell som CSV UTF-8)",
        "the file is no text file: Word, Excel or a similar program saved it",
        "open it in that program and save it as plain text with the encoding UTF-8 (a table as CSV UTF-8)",
    ),
    "unexpected-file": error(
        "”{name}” är ingen fil eller mapp som hör hemma här",
        "byt namn på den eller flytta den utanför content/; en bild får ligga här när en text visar den",
        "“{name}” is no file or folder that belongs here",
        "rename it, or move it out of content/; a picture may lie here when a text shows it",
    ),
    "bad-id": error(
        "”{id}” kan inte vara ett id",
        "använd små bokstäver a–z, siffror och bindestreck, till exempel ”trygga-utemiljoer”; ”council” är upptaget",
        "“{id}” cannot be an id",
        "use lower-case letters a–z, digits and hyphens, such as “safe-outdoors”; “council” is taken",
    ),
    "translation-without-original": error(
        "översättningen har ingen svensk text att översätta",
        "skapa {original} eller rätta filens namn",
        "the translation has no Swedish text to translate",
        "create {original}, or correct the file's name",
    ),
    "merge-unfinished": error(
        "en sammanslagning i Git är inte avslutad: här står två versioner av texten",
        "behåll den ena (eller skriv samman dem), och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>",
        "a merge in Git is not finished: two versions of the text stand here",
        "keep one of them (or make one of both), and remove the lines that begin with <<<<<<<, ======= and >>>>>>>",
    ),
    "file-outside": error(
        "filen är en länk till en fil utanför content/",
        "ersätt länken med själva filen",
        "the file is a link to a file outside content/",
        "replace the link by the file itself",
    ),
    "folder-link": error(
        "mappen är en länk till en annan mapp, och läses inte",
        "ersätt länken med mappen själv; hela projektet får däremot ligga bakom en länk",
        "the folder is a link to another folder, and is not read",
        "replace the link by the folder itself; the whole project, however, may lie behind a link",
    ),
    "front-matter-missing": error(
        "filen börjar inte med en rad ”---”",
        "skriv --- på första raden, uppgifterna under den, --- igen, och sedan texten",
        "the file does not begin with a line “---”",
        "write --- on the first line, the fields below it, --- again, and then the text",
    ),
    "front-matter-fence": error(
        "raden ser ut att vara gränsen ”---”, men är inte exakt tre vanliga bindestreck",
        "skriv --- ensamt på raden; Word gör gärna om bindestrecken till ett tankstreck",
        "the line seems to be the border “---”, but is not exactly three plain hyphens",
        "write --- alone on the line; Word likes to turn the hyphens into a dash",
    ),
    "front-matter-unclosed": error(
        "uppgifterna överst i filen avslutas aldrig",
        "skriv en rad --- mellan uppgifterna och texten",
        "the fields at the top of the file never end",
        "write a line --- between the fields and the text",
    ),
    "rows-in-yaml": error(
        "siffrorna står i {csv}, inte här",
        "flytta dem dit, med ett år och ett värde på varje rad",
        "the figures stand in {csv}, not here",
        "move them there, with a year and a value on each line",
    ),
    "csv-header": error(
        "första raden är ”{found}”, inte ”{expected}”",
        "skriv {expected} på första raden och ett år med sitt värde på var och en av de följande",
        "the first line is “{found}”, not “{expected}”",
        "write {expected} on the first line and a year with its value on each of the following",
    ),
    "csv-year": error(
        "året {year} har redan ett värde på rad {first}",
        "ta bort den ena raden",
        "the year {year} has a value on line {first} already",
        "remove one of the lines",
    ),
    "csv-cells": error(
        "antalet värden på raden är {found}, inte {expected}",
        "skriv ett år och ett värde med samma skiljetecken som på första raden, och decimaler efter en punkt (21.5)",
        "the number of values in the line is {found}, not {expected}",
        "write a year and a value with the separator of the first line, and decimals after a point (21.5)",
    ),
    "csv-quote": error(
        "ett citattecken avslutas aldrig eller står mitt i ett värde",
        "ta bort citattecknet",
        "a quotation mark is never closed or stands inside a value",
        "remove the quotation mark",
    ),
}

FIELDS = {
    "missing-key": error(
        "uppgiften ”{key}” saknas",
        "skriv raden ”{last}: …”",
        "the field “{key}” is missing",
        "write the line “{last}: …”",
    ),
    "missing-text": error(
        "texten ”{key}” saknas",
        "skriv texten under uppgifterna, under rubriken ”# {key}” om filen har flera texter",
        "the text “{key}” is missing",
        "write the text below the fields, under the heading “# {key}” if the file has several texts",
    ),
    "unknown-key": error(
        "”{key}” är ingen uppgift som hör hemma här",
        "det här går att skriva: {allowed}",
        "“{key}” is no field that belongs here",
        "these can be written: {allowed}",
    ),
    "unknown-value": error(
        "”{value}” är inget värde som {key} kan ha",
        "välj bland: {allowed}",
        "“{value}” is no value that {key} can have",
        "choose among: {allowed}",
    ),
    "empty-value": error(
        "”{key}” är tom",
        "skriv ett värde eller ta bort raden",
        "“{key}” is empty",
        "write a value, or remove the line",
    ),
    "line-break": error(
        "”{key}” går över flera rader",
        "skriv värdet på en rad",
        "“{key}” runs over several lines",
        "write the value on one line",
    ),
    "not-text": error(
        "”{key}” ska vara en text, inte en lista eller flera uppgifter",
        "skriv ett enda värde efter kolonet",
        "“{key}” is to be a text, not a list or several fields",
        "write a single value after the colon",
    ),
    "not-a-number": error(
        "”{value}” är inget tal",
        "skriv talet med siffror, till exempel 12345 eller 21.5, utan enhet",
        "“{value}” is no number",
        "write the number in digits, such as 12345 or 21.5, without its unit",
    ),
    "number-ambiguous": error(
        "”{value}” kan läsas både som {whole} och som ett tal med tre decimaler",
        "skriv {whole} (eller {spaced}) om det är tusental, och {decimals} om det är decimaler",
        "“{value}” can be read both as {whole} and as a number with three decimals",
        "write {whole} (or {spaced}) if these are thousands, and {decimals} if they are decimals",
    ),
    "number-missing": error(
        "”{value}” är inget tal",
        "lämna cellen tom om siffran saknas; skriv 0 om det är noll",
        "“{value}” is no number",
        "leave the cell empty if there is no figure; write 0 if it is zero",
    ),
    "not-a-whole-number": error(
        "”{value}” är inget heltal",
        "skriv talet med siffror, utan decimaler, mellanslag och enhet",
        "“{value}” is no whole number",
        "write the number in digits, without decimals, spaces and unit",
    ),
    "not-true-or-false": error(
        "”{value}” är varken true eller false",
        "skriv true (ja) eller false (nej)",
        "“{value}” is neither true nor false",
        "write true (yes) or false (no)",
    ),
    "not-a-date": error(
        "”{value}” är inget datum",
        "skriv år-månad-dag, till exempel 2008-10-13",
        "“{value}” is no date",
        "write year-month-day, such as 2008-10-13",
    ),
    "not-a-year": error(
        "”{value}” är inget årtal",
        "skriv fyra siffror, till exempel 2008",
        "“{value}” is no year",
        "write four digits, such as 2008",
    ),
    "not-a-period": error(
        "”{value}” är ingen period",
        "skriv ett år (2008) eller två (2008-2011)",
        "“{value}” is no period",
        "write one year (2008) or two (2008-2011)",
    ),
    "no-translation": error(
        "filen är ingen översättning i content/",
        "nämn en fil som slutar på .en.md, till exempel content/measures/hearings.en.md",
        "the file is no translation in content/",
        "name a file that ends in .en.md, such as content/measures/hearings.en.md",
    ),
    "not-a-list": error(
        "”{key}” ska vara en lista",
        "skriv värdena inom hakparenteser: [{value}]",
        "“{key}” is to be a list",
        "write the values in brackets: [{value}]",
    ),
    "not-a-mapping": error(
        "”{key}” ska bestå av flera uppgifter",
        "skriv dem indragna på raderna under, en per rad: {fields}",
        "“{key}” is to consist of several fields",
        "write them indented on the lines below, one a line: {fields}",
    ),
    "wrong-value": error(
        "”{value}” går inte att använda som {key}",
        "jämför med samma uppgift i en annan fil",
        "“{value}” cannot be used as {key}",
        "compare with the same field in another file",
    ),
    "text-in-front-matter": error(
        "texten ”{key}” hör inte hemma bland uppgifterna",
        "flytta den till nedanför raden ---",
        "the text “{key}” does not belong among the fields",
        "move it below the line ---",
    ),
    "field-html": error(
        "”{label}” är HTML, som inte kan visas i dokumentet",
        "skriv uppgiften som vanlig text, utan < och >",
        "“{label}” is HTML, which cannot be shown in the document",
        "write the field as ordinary text, without < and >",
    ),
    "not-translated": error(
        "”{key}” är en uppgift som bara står i den svenska filen",
        "ta bort raden här och ändra i den svenska filen om uppgiften är fel",
        "“{key}” is a fact that stands in the Swedish file only",
        "remove the line here, and change the Swedish file if the fact is wrong",
    ),
    "duplicate-section": error(
        "rubriken ”# {section}” står redan på rad {first}",
        "slå samman de två texterna",
        "the heading “# {section}” stands on line {first} already",
        "join the two texts",
    ),
    "unknown-section": error(
        "”# {section}” är ingen text som den här filen kan ha",
        "texterna heter {sections}; använd ## för rubriker inne i en text",
        "“# {section}” is no text that this file can have",
        "the texts are called {sections}; use ## for headings inside a text",
    ),
    "heading-too-high": error(
        "rubriken ”# {heading}” står på högsta nivån, som är dokumentets egen",
        "använd ## för rubriker inne i texten",
        "the heading “# {heading}” is of the highest level, which is the document's own",
        "use ## for headings inside the text",
    ),
    "section-level": error(
        "rubriken ”{marks} {section}” ser ut att börja en av filens texter, men har för många #",
        "skriv ”# {section}”",
        "the heading “{marks} {section}” seems to begin one of the file's texts, but has too many #",
        "write “# {section}”",
    ),
    "text-outside-section": error(
        "texten står inte under någon av filens rubriker",
        "skriv en av rubrikerna {sections} ovanför texten",
        "the text stands under none of the file's headings",
        "write one of the headings {sections} above the text",
    ),
}

REFERENCES = {
    "unknown-reference": error(
        "”{id}” finns inte i {place}",
        "rätta id:t, eller lägg till ”{id}” i {place}",
        "“{id}” does not exist in {place}",
        "correct the id, or add “{id}” to {place}",
    ),
    "dead-reference": error(
        "hänvisningen {target} leder ingenstans",
        "rätta id:t så att det finns i {place}; id:t är filens namn, eller nyckeln i filen",
        "the reference {target} leads nowhere",
        "correct the id to one in {place}; the id is the file's name, or the key in the file",
    ),
    "dead-caption": error(
        "hänvisningen {target} leder ingenstans",
        "skriv {{#{identifier}}} sist i bildtexten till den tabell (table) eller bild (figure) som menas",
        "the reference {target} leads nowhere",
        "write {{#{identifier}}} last in the caption of the table or picture (figure) that is meant",
    ),
    "caption-duplicate": error(
        "namnet ”{identifier}” har redan bildtexten i {first}",
        "ge den ena bildtexten ett annat namn, och rätta hänvisningarna till den",
        "the caption in {first} has the name “{identifier}” already",
        "give one of the captions another name, and correct the references to it",
    ),
    "unknown-theme": error(
        "”{theme}” är inget tema i kriteriet {criterion}",
        "lägg till temat under ”themes” i content/criteria/{criterion}.md, eller rätta det här",
        "“{theme}” is no theme of the criterion {criterion}",
        "add the theme below “themes” in content/criteria/{criterion}.md, or correct it here",
    ),
    "unknown-criteria-set": error(
        "”{set}” är ingen uppsättning kriterier",
        "välj bland: {known}",
        "“{set}” is no set of criteria",
        "choose among: {known}",
    ),
    "missing-criterion": error(
        "kriteriet {criterion} har ingen fil",
        "skapa filen med en rad ”area: …” mellan två rader ---",
        "the criterion {criterion} has no file",
        "create the file with a line “area: …” between two lines ---",
    ),
    "unknown-criterion": error(
        "”{id}” är inget kriterium",
        "döp filen efter ett av kriterierna: {known}",
        "“{id}” is no criterion",
        "name the file after one of the criteria: {known}",
    ),
}

PICTURES = {
    "picture-missing": error(
        "bilden {path} finns inte eller går inte att läsa",
        "kontrollera filens namn och mapp; sökvägen räknas från textens egen mapp",
        "the picture {path} does not exist or cannot be read",
        "check the file's name and folder; the path begins from the text's own folder",
    ),
    "picture-outside": error(
        "bilden {path} ligger inte i content/",
        "kopiera filen till en mapp i content/ och skriv vägen dit",
        "the picture {path} does not lie in content/",
        "copy the file to a folder in content/ and write the path to it",
    ),
    "picture-unsupported": error(
        "{name} är ingen bildfil som dokumentet kan visa",
        "spara bilden som PNG, JPEG eller SVG",
        "{name} is no picture file that the document can show",
        "save the picture as PNG, JPEG or SVG",
    ),
    "picture-broken": error(
        "bildfilen {name} är skadad, eller är inte det som namnet säger",
        "öppna bilden i ett bildprogram och spara den igen",
        "the picture file {name} is damaged, or is not what its name says",
        "open the picture in a program for pictures and save it again",
    ),
    "picture-too-large": error(
        "bildfilen {name} är större än 20 MB eller 50 miljoner bildpunkter",
        "spara bilden i mindre storlek; 2 500 bildpunkter på bredden räcker för en hel sida",
        "the picture file {name} is larger than 20 MB or 50 million pixels",
        "save the picture in a smaller size; a width of 2,500 pixels is enough for a whole page",
    ),
    "picture-fallback": error(
        "bredvid SVG-bilden {path} saknas {name}, som visas av program som inte kan SVG",
        "spara samma bild också som PNG, med samma namn i samma mapp",
        "beside the SVG picture {path} there is no {name}, which programs show that do not know SVG",
        "save the same picture as PNG too, with the same name in the same folder",
    ),
    "picture-active": error(
        "SVG-bilden {name} har skript, länkar eller delar som ligger i andra filer",
        "spara den från ritprogrammet som vanlig SVG, med inbäddade bilder och utan länkar och animering",
        "the SVG picture {name} has scripts, links or parts that lie in other files",
        "save it from the drawing program as plain SVG, with embedded pictures and without links and animation",
    ),
}

MESSAGES: Mapping[str, Message] = {**FILES, **YAML, **FIELDS, **REFERENCES, **PICTURES}
