"""Why two drafts cannot be compared."""

from safecomm.explanations.explanation import why

GIT = (
    "Tidigare versioner finns i Git. Det som aldrig har sparats där kan inte jämföras.",
    "Earlier versions are kept in Git. What has never been committed there cannot be compared.",
)

EXPLANATIONS = {
    "no-git": why(*GIT),
    "unknown-revision": why(*GIT),
    "revision-not-exported": why(*GIT),
    "revision-not-loaded": why(
        "Båda utkasten byggs med dagens program. Ett innehåll som det inte kan läsa blir inget utkast.",
        "Both drafts are built with the program as it is today. Content that it cannot read makes no draft.",
    ),
    "not-redlined": why(
        "Spårade ändringar skrivs bara när det är bevisat att de går att godta och avvisa utan att något förloras.",
        "Tracked changes are written only when it is proven that accepting and rejecting them loses nothing.",
    ),
}
