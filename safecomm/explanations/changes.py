"""Why two drafts cannot be compared."""

from safecomm.explanations.explanation import why

GIT = (
    "Tidigare versioner finns i Git. Det som aldrig har sparats där kan inte jämföras.",
    "Earlier versions are kept in Git. What has never been committed there cannot be compared.",
)

ARCHIVE = (
    "Git läser inte alla arkiv: inte det som en annan användare äger, om ni inte har sagt att ni litar på det, "
    "och inte det som är skadat.",
    "Git does not read every repository: not one that another user owns, unless you have said that you trust it, and "
    "not one that is damaged.",
)

EXPLANATIONS = {
    "no-git": why(*GIT),
    "git-missing": why(
        "Tidigare versioner finns i Git och läses med det programmet. Allt annat i safecomm går utan.",
        "Earlier versions are kept in Git and read with that program. Everything else in safecomm works without it.",
    ),
    "git-not-owned": why(*ARCHIVE),
    "git-fails": why(*ARCHIVE),
    "git-slow": why(
        "Ett arkiv som inte svarar får inte hindra arbetet hur länge som helst.",
        "A repository that does not answer must not hold up the work for ever.",
    ),
    "no-commit": why(*GIT),
    "unknown-revision": why(*GIT),
    "revision-not-exported": why(*GIT),
    "revision-without-content": why(*GIT),
    "revision-too-big": why(
        "Ett arkiv kan komma från vem som helst, och en liten fil i det kan packas upp till mer än datorn rymmer.",
        "A repository may come from anybody, and a small file in it may unpack to more than the computer can hold.",
    ),
    "revision-not-loaded": why(
        "Båda utkasten byggs med dagens program. Ett innehåll som det inte kan läsa blir inget utkast.",
        "Both drafts are built with the program as it is today. Content that it cannot read makes no draft.",
    ),
    "not-redlined": why(
        "Spårade ändringar skrivs bara när det är bevisat att de går att godta och avvisa utan att något förloras.",
        "Tracked changes are written only when it is proven that accepting and rejecting them loses nothing.",
    ),
}
