"""What can be missing or contradictory across the records; these texts also stand in the application as gaps."""

from collections.abc import Mapping

from safecomm.messages.message import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "no-responsible": warning(
        "insatsen ”{title}” har ingen ansvarig",
        "skriv ”responsible: …” med en organisations id när ansvaret är bestämt",
        "nobody is responsible for the measure “{title}”",
        "write “responsible: …” with an organisation's id once that is decided",
    ),
    "outside-programme": error(
        "insatsen ”{title}” gäller {period}, utanför programmets {programme}",
        "rätta ”period” här eller i content/programme.md",
        "the measure “{title}” is for {period}, outside the programme's {programme}",
        "correct “period” here or in content/programme.md",
    ),
    "criterion-without-evidence": warning(
        "kriterium {number}, ”{title}”, har inget underlag",
        "ange kriteriet under ”criteria” för ett underlag i content/evidence.yaml",
        "criterion {number}, “{title}”, has no evidence",
        "name the criterion below “criteria” of something in content/evidence.yaml",
    ),
    "criterion-without-measures": warning(
        "kriterium {number}, ”{title}”, har inga insatser",
        "lägg till en insats i content/measures med det här kriteriet",
        "criterion {number}, “{title}”, has no measures",
        "add a measure with this criterion in content/measures",
    ),
    "criterion-without-ongoing-work": warning(
        "kriterium {number}, ”{title}”, har inget pågående arbete",
        "lägg till en verksamhet i content/activities eller ett projekt i content/projects med det här kriteriet",
        "criterion {number}, “{title}”, has no ongoing work",
        "add an activity in content/activities or a project in content/projects with this criterion",
    ),
    "no-injury-figures": warning(
        "det finns inga siffror över skador",
        "lägg till statistik i content/statistics med ”criteria: [injury_documentation]”",
        "there are no injury figures",
        "add statistics in content/statistics with “criteria: [injury_documentation]”",
    ),
    "evidence-supports-nothing": warning(
        "underlaget ”{title}” stöder varken något kriterium eller någon insats",
        "ange vad det stöder under ”criteria” eller ”measures”",
        "the evidence “{title}” supports neither a criterion nor a measure",
        "name what it supports below “criteria” or “measures”",
    ),
    "figure-without-origin": warning(
        "uppgiften ”{title}” saknar datum eller källa",
        "fyll i ”source”, och ”date” för en enskild uppgift",
        "the figure “{title}” has no date or no source",
        "fill in “source”, and “date” for a single figure",
    ),
    "unused-organisation": warning(
        "organisationen ”{name}” deltar inte i något",
        "ange den där den deltar, eller ta bort den",
        "the organisation “{name}” takes part in nothing",
        "name it where it takes part, or remove it",
    ),
    "no-letter": warning(
        "ansökan har inget brev från kommunens ledning",
        "skriv brevet under rubriken ”# letter”",
        "the application has no letter from the municipal leadership",
        "write the letter below the heading “# letter”",
    ),
    "no-contact": warning(
        "ansökan har ingen kontaktperson",
        "fyll i ”contact” med namn, adress, telefon och e-post",
        "the application has no contact person",
        "fill in “contact” with name, address, telephone and e-mail",
    ),
    "no-date": warning(
        "ansökan har inget datum",
        "fyll i ”date” när ansökan skickas",
        "the application has no date",
        "fill in “date” when the application is sent",
    ),
    "missing-appendix": warning(
        "{name} ({title}), som programmet hänvisar till, finns inte",
        "lägg filen i projektet och skriv dess sökväg som ”file”",
        "{name} ({title}), which the programme cites, is not there",
        "put the file in the project and write its path as “file”",
    ),
    "not-filled-in": warning(
        "”{field}” är inte ifylld än",
        "ersätt ”FYLL I …”, eller datumet eller perioden 1900, med det som gäller",
        "“{field}” is not filled in yet",
        "replace “FYLL I …”, or the date or period 1900, with what is the case",
    ),
    "untranslated-en": warning(
        "texten i {path} finns inte på engelska",
        "översätt den i en fil med samma namn som slutar på .en.md",
        "the text in {path} does not exist in English",
        "translate it in a file of the same name that ends in .en.md",
    ),
    "untranslated-en-field": warning(
        "”{field}” i {path} finns inte på engelska",
        "lägg till den engelska texten: ”en: …” här, eller ”{field}” i filen som slutar på .en.md",
        "“{field}” in {path} does not exist in English",
        "add the English text: “en: …” here, or “{field}” in the file that ends in .en.md",
    ),
    "untranslated-sv-field": warning(
        "”{field}” i {path} finns inte på svenska",
        "lägg till den svenska texten i filen utan .en",
        "“{field}” in {path} does not exist in Swedish",
        "add the Swedish text in the file without .en",
    ),
    "acknowledgement-idle": warning(
        "”{gap}” för {record} är godtagen som känd lucka, men ”safecomm check” hittar ingen sådan",
        "ta bort den ur ”acknowledged”, eller rätta ”gap” och ”record” efter vad ”safecomm check” visar",
        "“{gap}” for {record} is acknowledged as a known gap, but “safecomm check” finds none",
        "remove it from “acknowledged”, or correct “gap” and “record” after what “safecomm check” shows",
    ),
    "translation-outdated": warning(
        "översättningen följer en äldre version av {original}{changes}",
        "ändra den engelska texten där det behövs, och bekräfta sedan med ”safecomm translated {path}”",
        "the translation follows an earlier version of {original}{changes}",
        "change the English text where needed, then confirm with “safecomm translated {path}”",
    ),
    "translation-unconfirmed": warning(
        "det är inte sagt vilken version av {original} som är översatt",
        "läs texterna bredvid varandra, och bekräfta sedan med ”safecomm translated {path}”",
        "it is not said which version of {original} has been translated",
        "read the texts side by side, then confirm with “safecomm translated {path}”",
    ),
}
