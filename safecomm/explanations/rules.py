"""Why the records are compared: what the readers of the application ask for."""

from safecomm.explanations.explanation import in_fields, in_file, in_text, why

EXPLANATIONS = {
    "not-filled-in": in_fields(
        "Det som står i en ny fil visar bara var uppgiften ska stå.",
        "What stands in a new file only shows where the fact belongs.",
        "title: FYLL I rubriken",
        "title: Belysning",
    ),
    "no-responsible": in_fields(
        "En insats som ingen ansvarar för blir sällan av. Tills ansvaret är bestämt står luckan öppet i ansökan.",
        "A measure that nobody answers for is seldom carried out. Until that is decided the application says so"
        " openly.",
        "responsible:",
        "responsible: kansliet",
    ),
    "outside-programme": in_fields(
        "Programmet kan inte lova något för år som det inte styr.",
        "The programme can promise nothing for years that it does not govern.",
        "period: 2010-2012",
        "period: 2010-2011",
    ),
    "criterion-without-evidence": why(
        "Den som granskar ansökan frågar hur kommunen vet det den säger om kriteriet.",
        "Whoever examines the application asks how the municipality knows what it says about the criterion.",
    ),
    "criterion-without-measures": why(
        "Den som granskar ansökan frågar vad kommunen åtar sig under varje kriterium.",
        "Whoever examines the application asks what the municipality undertakes under each criterion.",
    ),
    "criterion-without-ongoing-work": why(
        "Den som granskar ansökan frågar efter arbete som pågår, inte bara efter planer. Ett projekt räknas.",
        "Whoever examines the application asks for work that goes on, not only for plans. A project counts.",
    ),
    "no-injury-figures": in_file(
        "Ansökningar utan egna siffror över skador är de som oftast kommer tillbaka.",
        "Applications without injury figures of their own are those that most often come back.",
        "statistics/injuries.csv",
        "year;value\n2008;",
        "year;value\n2008;21",
    ),
    "evidence-supports-nothing": in_fields(
        "Underlag som inget vilar på är glömt, eller så är dess kopplingar det.",
        "Evidence that nothing rests on is forgotten, or its links are.",
        "planen:\n  title: {sv: Planen, en: Plan}\n  kind: plan",
        "planen:\n  title: {sv: Planen, en: Plan}\n  kind: plan\n  criteria: [programmes]",
        "evidence.yaml",
    ),
    "figure-without-origin": in_fields(
        "En siffra utan källa och datum kan ingen läsare kontrollera.",
        "No reader can check a figure without its source and date.",
        "title: {sv: Skador, en: Injuries}",
        "title: {sv: Skador, en: Injuries}\nsource: {sv: Skaderegistret, en: Injury register}",
        "statistics/injuries.yaml",
    ),
    "unused-organisation": in_fields(
        "Listan över samverkande visar vilka som deltar; den som inte gör det hör inte hemma där.",
        "The list of partners shows who takes part; who does not does not belong there.",
        "polisen:\n  name: {sv: Polisen, en: Police}\n  kind: police\n"
        "skolan:\n  name: {sv: Skolan, en: School}\n  kind: school",
        "polisen:\n  name: {sv: Polisen, en: Police}\n  kind: police",
        "organisations.yaml",
    ),
    "no-letter": in_text(
        "Brevet visar att kommunens ledning står bakom ansökan.",
        "The letter shows that the municipal leadership stands behind the application.",
        "# strengths\n\nArbetet har pågått länge.",
        "# letter\n\nKommunen ansöker om utnämning.",
        "application.md",
    ),
    "no-contact": in_fields(
        "Den som granskar ansökan har frågor och behöver veta vem som svarar.",
        "Whoever examines the application has questions and needs to know who answers them.",
        "contact:",
        "contact:\n  name: Kansliet\n  email: kansliet@example.org",
        "application.md",
    ),
    "no-date": in_fields(
        "Utan datum kan ansökan inte skiljas från sina utkast.",
        "Without a date the application cannot be told from its drafts.",
        "date:",
        "date: 2009-02-01",
        "application.md",
    ),
    "missing-appendix": why(
        "Läsaren letar efter den bilaga som programmet hänvisar till.",
        "The reader looks for the appendix that the programme cites.",
    ),
    "acknowledgement-idle": in_fields(
        "En åtgärdad lucka ska inte stå kvar som känd; annars godtas nästa av samma slag utan att någon vet.",
        "A gap that is mended must not stay known; else the next of its kind is accepted without anyone knowing.",
        "acknowledged:\n  - gap: no-responsible\n    record: measures/lighting\n"
        "    reason: {sv: Nämnden beslutar i vår., en: The board decides in the spring.}",
        "acknowledged: []",
        "application.md",
    ),
    "translation-outdated": why(
        "När den svenska texten ändras säger översättningen något annat, tills någon har läst dem bredvid varandra.",
        "When the Swedish text changes the translation says something else, until someone has read them side by side.",
    ),
    "translation-unconfirmed": why(
        "Utan versionen kan ingen se om översättningen hör till den svenska texten av i dag.",
        "Without the version nobody can see whether the translation belongs to the Swedish text of today.",
    ),
    "untranslated-en": why(
        "Ansökan läses på engelska. Det som inte är översatt står där på svenska, märkt som sådant.",
        "The application is read in English. What is not translated stands there in Swedish, marked as such.",
    ),
    "untranslated-en-field": in_fields(
        "Ansökan läses på engelska. Det som inte är översatt står där på svenska, märkt som sådant.",
        "The application is read in English. What is not translated stands there in Swedish, marked as such.",
        "polisen:\n  name: {sv: Polisen}\n  kind: police",
        "polisen:\n  name: {sv: Polisen, en: Police}\n  kind: police",
        "organisations.yaml",
    ),
    "untranslated-sv-field": why(
        "Svenskan är källan; det som bara står på engelska saknas i de svenska dokumenten.",
        "Swedish is the source; what stands in English only is missing from the Swedish documents.",
    ),
}
