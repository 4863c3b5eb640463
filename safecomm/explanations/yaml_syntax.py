"""Why fields are written as they are."""

from safecomm.explanations.explanation import in_fields, in_file, why

EXPLANATIONS = {
    "yaml-syntax": why(
        "Raden följer inte formen ”nyckel: värde”, och programmet gissar inte vad den betyder.",
        "The line does not follow the form “key: value”, and the program does not guess what it means.",
    ),
    "yaml-tab": in_fields(
        "En tabb är olika bred i olika program, så indraget skulle betyda olika saker. Mellanslag är alltid lika"
        " breda.",
        "A tab is of another width in every program, so the indentation would mean different things. Spaces are always"
        " of one width.",
        "title: Belysning\n\tstatus: planned",
        "title: Belysning\nstatus: planned",
    ),
    "yaml-mark": in_fields(
        "Några tecken har en egen betydelse när de står först i ett värde. Inom citattecken är de vanliga tecken.",
        "Some characters have a meaning of their own at the start of a value. In quotation marks they are ordinary.",
        "title: @trygghet",
        'title: "@trygghet"',
    ),
    "yaml-colon": in_fields(
        "Kolon och blanksteg skiljer en nyckel från sitt värde. Står de en gång till i värdet måste citattecken visa"
        " var det börjar och slutar.",
        "A colon and a space part a key from its value. Where they stand again inside the value, quotation marks must"
        " show where it begins and ends.",
        "title: Trygghet: en början",
        'title: "Trygghet: en början"',
    ),
    "yaml-quote": in_fields(
        "Ett värde som börjar med citattecken slutar med ett likadant. Annars skulle resten av filen höra till värdet.",
        "A value that begins with a quotation mark ends with the same. Else the rest of the file would belong to it.",
        'title: "Belysning',
        'title: "Belysning"',
    ),
    "yaml-bracket": in_fields(
        "En lista som börjar med [ slutar med ]. Annars skulle raderna under höra till listan.",
        "A list that begins with [ ends with ]. Else the lines below would belong to the list.",
        "partners: [polisen",
        "partners: [polisen]",
    ),
    "yaml-dash": in_fields(
        "Bindestreck och blanksteg börjar ett värde i en lista, och det står på en egen rad.",
        "A hyphen and a space begin a value of a list, and it stands on a line of its own.",
        "partners: - polisen",
        "partners:\n  - polisen",
    ),
    "yaml-indent": in_fields(
        "Indraget visar vad som hör till vad: rader på samma nivå börjar i samma kolumn.",
        "Indentation shows what belongs to what: lines of one level begin in the same column.",
        "title: Belysning\n  status: planned",
        "title: Belysning\nstatus: planned",
    ),
    "yaml-trailing": in_fields(
        "Det avslutande tecknet avslutar värdet; vad som följer skulle försvinna.",
        "The closing mark ends the value; what follows would vanish.",
        'title: "Trygga" gator',
        "title: '\"Trygga\" gator'",
    ),
    "yaml-missing-colon": in_fields(
        "Varje rad bland uppgifterna är en nyckel, ett kolon, ett blanksteg och ett värde.",
        "Each line of the fields is a key, a colon, a space and a value.",
        "status planned\ntitle: Belysning",
        "status: planned\ntitle: Belysning",
    ),
    "yaml-escape": in_fields(
        "Inom dubbla citattecken börjar ett omvänt snedstreck en kod för ett annat tecken. Inom enkla är det sig"
        " självt.",
        "In double quotation marks a backslash begins a code for another character. In single ones it is itself.",
        'title: "Plan\\Belysning"',
        "title: 'Plan\\Belysning'",
    ),
    "yaml-comment": in_fields(
        "Efter ett blanksteg och # står en anmärkning som inte läses. Stod en del av värdet där skulle den tyst"
        " försvinna.",
        "What follows a space and # is a note that is not read. A part of the value there would silently vanish.",
        "title: Belysning # och ljus",
        'title: "Belysning # och ljus"',
    ),
    "yaml-alias": in_fields(
        "& och * namnger och upprepar delar av en fil. Här skrivs varje uppgift ut, så att man ser vad som gäller.",
        "& and * name and repeat parts of a file. Here every fact is written out, so that one sees what holds.",
        "title: *Belysning",
        'title: "*Belysning"',
    ),
    "yaml-tag": in_fields(
        "! säger till andra program hur ett värde ska läsas. Här är varje värde det som står skrivet.",
        "! tells other programs how to read a value. Here every value is what is written.",
        "title: !Belysning nu",
        'title: "!Belysning nu"',
    ),
    "yaml-key": in_fields(
        "En nyckel är ett enda ord, så att det går att säga vilken uppgift som menas.",
        "A key is a single word, so that one can say which field is meant.",
        "[title]: Belysning",
        "title: Belysning",
    ),
    "yaml-no-mapping": in_file(
        "Uppgifterna känns igen på sina nycklar. En lista eller löpande text säger inte vilken uppgift som är vilken.",
        "Fields are known by their keys. A list or running text does not say which fact is which.",
        "measures/lighting.en.md",
        "---\n- Lighting\n---\n\nThe measure is taken.",
        "---\ntitle: Lighting\n---\n\nThe measure is taken.",
    ),
    "yaml-documents": in_fields(
        "En rad --- eller ... delar filen i två, och bara den första delen skulle läsas.",
        "A line --- or ... splits the file in two, and only the first part would be read.",
        "---\nplanen:\n  title: {sv: Planen, en: Plan}\n  kind: plan",
        "planen:\n  title: {sv: Planen, en: Plan}\n  kind: plan",
        "evidence.yaml",
    ),
    "yaml-nesting": in_fields(
        "Ingen uppgift behöver så många nivåer; det är troligen parenteser som blivit kvar.",
        "No field needs so many levels; they are probably brackets left behind.",
        f"partners: {'[' * 60}polisen{']' * 60}",
        "partners: [polisen]",
    ),
    "duplicate-key": in_fields(
        "En uppgift står en gång. Står den två gånger vet ingen vilken som gäller.",
        "A fact stands once. If it stands twice nobody knows which one holds.",
        "responsible: kansliet\nresponsible: polisen",
        "responsible: kansliet\npartners: [polisen]",
    ),
}
