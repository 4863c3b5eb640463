"""Plain phrases, each in Swedish and English, of which the generated texts are put together."""

Pairs = tuple[tuple[str, str], ...]

WHO: Pairs = (
    ("Kommunens skolor", "The municipality's schools"),
    ("Fritidsledarna", "The youth leaders"),
    ("Bostadsbolagen", "The housing companies"),
    ("Föreningarna vid ån", "The associations by the stream"),
    ("Nattvandrarna", "The night walkers"),
    ("Tjänstemännen", "The officials"),
    ("Hemtjänstens medarbetare", "The home care workers"),
    ("De äldres råd", "The older people's councils"),
    ("Lärare och rektorer", "Teachers and head teachers"),
    ("Räddningstjänstens instruktörer", "The rescue service's instructors"),
    ("Polisens områdesgrupper", "The neighbourhood police teams"),
    ("Planerare och vaktmästare", "Planners and caretakers"),
)
DO: Pairs = (
    ("prövar", "try out"),
    ("bygger upp", "build up"),
    ("följer upp", "follow up"),
    ("samordnar", "coordinate"),
    ("beskriver", "describe"),
    ("förbättrar", "improve"),
    ("diskuterar", "discuss"),
    ("redovisar", "report on"),
    ("utvecklar", "develop"),
    ("planerar", "plan"),
)
WHAT: Pairs = (
    ("bättre belysning & sikt", "better lighting & sight lines"),
    ("trygga gångvägar", "safe footpaths"),
    ("gemensamma rutiner", "joint routines"),
    ("fallförebyggande träning", "fall prevention training"),
    ("mätningar av skador", "measurements of injuries"),
    ("öppna kvällar för unga", "open evenings for young people"),
    ("trygghetsvandringar", "safety walks"),
    ("stöd till föräldrar", "support for parents"),
    ("lugna skolvägar", "calm routes to school"),
    ("kurser i simning", "swimming courses"),
    ("samtal med grannar", "talks with neighbours"),
    ("råd om brandskydd", "advice on fire safety"),
    ("säkra lekplatser", "secure playgrounds"),
    ("möten över åldersgränser", "meetings across ages"),
)
WHERE: Pairs = (
    ("i parkerna", "in the parks"),
    ("vid stationen", "at the station"),
    ("i varje stadsdel", "in each district"),
    ("på skolgårdarna", "in the school yards"),
    ("hemma hos äldre", "in the homes of older people"),
    ("längs cykelvägarna", "along the cycle paths"),
    ("i idrottshallarna", "in the sports halls"),
    ("på biblioteken", "at the libraries"),
    ("i bostadsområdena", "in the housing areas"),
    ("på arbetsplatserna", "at the workplaces"),
    ("kring torget", "around the square"),
)
WHEN: Pairs = (
    ("varje höst", "every autumn"),
    ("två gånger om året", "twice a year"),
    ("under vinterhalvåret", "during the winter months"),
    ("på helgkvällarna", "on weekend evenings"),
    ("fram till sommaren", "until the summer"),
    ("från och med i vår", "from this spring on"),
    ("hela läsåret", "all through the school year"),
    ("före varje budget", "before each budget"),
    ("året om", "all year round"),
)
WHY: Pairs = (
    ("så att fler känner sig trygga", "so that more people feel safe"),
    ("för att skadorna ska bli färre", "so that injuries become fewer"),
    ("eftersom många har bett om det", "because many have asked for it"),
    ("och alla berörda får veta resultatet", "and all concerned are told the result"),
    ("så att ingen lämnas ensam", "so that nobody is left alone"),
    ("för att brotten ska bli svårare att begå", "so that crimes become harder to commit"),
    ("och erfarenheterna sprids till andra", "and what is learnt reaches others"),
    ("eftersom statistiken visar ett behov", "because the statistics show a need"),
)
BODIES: Pairs = (
    ("förening", "Association"),
    ("skola", "School"),
    ("bostäder AB", "Housing Ltd"),
    ("förvaltning", "Department"),
    ("idrottsklubb", "Sports Club"),
    ("nätverk", "Network"),
    ("företagsgrupp", "Business Group"),
)
STEMS = ("Björk", "Ek", "Alm", "Lind", "Ask", "Sjö", "Ström", "Sten", "Väster", "Öster", "Norr", "Söder", "Kvarn")
ENDS = ("dalen", "berget", "näset", "vallen", "ängen", "holmen", "backen", "lunden")
