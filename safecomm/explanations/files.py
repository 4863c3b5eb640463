"""Why the files of the content folder are as they are."""

from safecomm.explanations.explanation import in_fields, in_file, why

EXPLANATIONS = {
    "missing-folder": why(
        "Allt som programmet bygger dokument av ligger i mappen content/ i projektets mapp.",
        "Everything that the documents are built from lies in the folder content/ of the project.",
    ),
    "missing-file": why(
        "Dokumenten behöver de uppgifter som står i filen, och programmet gissar aldrig vad som skulle ha stått där.",
        "The documents need the facts of the file, and the program never guesses what would have stood there.",
    ),
    "empty-file": why(
        "En tom fil är oftast spår av något som gick fel när den sparades; en fil utan innehåll säger inget.",
        "An empty file is mostly the trace of a save that went wrong; a file without content says nothing.",
    ),
    "not-a-file": why(
        "Bara vanliga filer kan läsas om och om igen med samma resultat.",
        "Only ordinary files can be read again and again with the same result.",
    ),
    "unreadable-file": why(
        "En fil som inte kan läsas skulle annars saknas i dokumenten utan att någon märkte det.",
        "A file that cannot be read would otherwise be missing from the documents without anyone noticing.",
    ),
    "file-too-large": why(
        "Ingen text i ett program är så lång; det är troligen en bild eller ett dokument med fel namn.",
        "No text of a programme is that long; it is probably a picture or a document with the wrong name.",
    ),
    "bad-encoding": why(
        "Samma tecken sparas olika av olika program. I UTF-8 betyder varje fil samma sak på alla datorer, och å, ä och"
        " ö förblir å, ä och ö.",
        "Programs save the same character differently. In UTF-8 every file means the same on all computers, and å, ä"
        " and ö stay what they are.",
    ),
    "not-a-text-file": why(
        "Word och Excel sparar mycket mer än texten. Innehållet ska vara ren text, så att man ser vad som har ändrats.",
        "Word and Excel save much more than the text. Content is plain text, so that one can see what has changed.",
    ),
    "unexpected-file": why(
        "En fil med fel namn eller på fel plats skulle annars inte läsas, och det som står i den skulle tyst saknas.",
        "A file with the wrong name or in the wrong place would not be read, and what it says would silently be"
        " missing.",
    ),
    "bad-id": in_fields(
        "En posts id är filens namn (eller nyckeln i organisations.yaml och evidence.yaml). Andra filer hänvisar till"
        " det, och därför ska det gå att skriva likadant på alla datorer. ”council” betyder hela rådet.",
        "A record's id is the name of its file (or its key in organisations.yaml and evidence.yaml). Other files"
        " refer to it, so it must be written the same on all computers. “council” means the whole council.",
        "Signalisten AB:\n  name: {sv: Signalisten, en: Signalisten}\n  kind: housing-company",
        "signalisten:\n  name: {sv: Signalisten, en: Signalisten}\n  kind: housing-company",
        "organisations.yaml",
    ),
    "translation-without-original": why(
        "Svenskan är källan: en fil som slutar på .en.md översätter den svenska filen med samma namn och står aldrig"
        " ensam.",
        "Swedish is the source: a file that ends in .en.md translates the Swedish file of the same name and never"
        " stands alone.",
    ),
    "no-translation": why(
        "Bara en översättning kan följa en svensk text; den svenska är källan och följer ingen.",
        "Only a translation can follow a Swedish text; the Swedish one is the source and follows none.",
    ),
    "merge-unfinished": in_file(
        "Git har lämnat båda versionerna i filen, för att du ska välja. Annars stode båda, med märkena, i dokumentet.",
        "Git has left both versions in the file for you to choose. Else both, and the marks, would be printed.",
        "measures/lighting.en.md",
        "---\ntitle: Lighting\n---\n\n<<<<<<< HEAD\nThe measure is taken.\n=======\nIt is planned.\n>>>>>>> anna",
        "---\ntitle: Lighting\n---\n\nIt is planned.",
    ),
    "file-outside": why(
        "Innehållet ska vara detsamma på alla datorer och följa med när mappen kopieras. En länk kan leda till något"
        " som inte var menat att publiceras.",
        "The content is to be the same on all computers and to travel with its folder. A link may lead to what was not"
        " meant to be published.",
    ),
    "folder-link": why(
        "Det som ligger bakom länken ändras utan att utkastets nummer gör det, och följer inte med när mappen flyttas.",
        "What lies behind the link changes without the draft's number changing, and does not travel with the folder.",
    ),
    "front-matter-missing": in_file(
        "Överst i varje fil står uppgifterna mellan två rader ---, och under dem texten. Utan gränsen går de inte att"
        " skilja åt.",
        "At the top of every file its fields stand between two lines ---, and the text below them. Without the border"
        " they cannot be told apart.",
        "measures/lighting.en.md",
        "title: Lighting\n---\n\nThe measure is taken.",
        "---\ntitle: Lighting\n---\n\nThe measure is taken.",
    ),
    "front-matter-fence": in_file(
        "Gränsen mellan uppgifter och text är exakt tre bindestreck ensamma på raden. Ordbehandlare gör gärna om dem"
        " till tankstreck.",
        "The border between fields and text is exactly three hyphens alone on the line. Word processors like to turn"
        " them into dashes.",
        "measures/lighting.en.md",
        "---\ntitle: Lighting\n–--\n\nThe measure is taken.",
        "---\ntitle: Lighting\n---\n\nThe measure is taken.",
    ),
    "front-matter-unclosed": in_file(
        "Utan den andra raden --- skulle hela texten läsas som uppgifter.",
        "Without the second line --- the whole text would be read as fields.",
        "measures/lighting.en.md",
        "---\ntitle: Lighting\n\nThe measure is taken.",
        "---\ntitle: Lighting\n---\n\nThe measure is taken.",
    ),
    "rows-in-yaml": in_fields(
        "En siffra står på ett ställe. Statistikens siffror står i CSV-filen, som kan öppnas i Excel.",
        "A figure stands in one place. The figures of statistics stand in the CSV file, which Excel opens.",
        "rows:\n  - {year: 2008, value: 21}",
        "source: {sv: Skaderegistret, en: Injury register}",
        "statistics/injuries.yaml",
    ),
    "csv-header": in_file(
        "Första raden säger vad kolumnerna är; med andra namn kan ett år tas för ett värde.",
        "The first line says what the columns are; under other names a year could be taken for a value.",
        "statistics/injuries.csv",
        "År;Antal\n2008;21",
        "year;value\n2008;21",
    ),
    "csv-year": in_file(
        "Ett år har ett värde. Står det två gånger vet ingen vilket som gäller.",
        "A year has one value. If it stands twice nobody knows which one counts.",
        "statistics/injuries.csv",
        "year;value\n2008;21\n2008;22",
        "year;value\n2007;21\n2008;22",
    ),
    "csv-cells": in_file(
        "Ett skiljetecken för mycket flyttar värdet till fel kolumn. Ett decimalkomma i en fil med kommatecken gör det"
        " också.",
        "A separator too many moves the value to another column. So does a decimal comma in a file with commas.",
        "statistics/injuries.csv",
        "year,value\n2008,21,5",
        "year,value\n2008,21.5",
    ),
    "csv-quote": in_file(
        "Ett citattecken som inte avslutas får alla följande rader att läsas som ett enda värde.",
        "A quotation mark that is not closed makes one value of all the lines that follow.",
        "statistics/injuries.csv",
        'year;value\n2008;"21',
        "year;value\n2008;21",
    ),
}
