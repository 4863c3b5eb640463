"""Why a draft is kept, and why one cannot be noted as sent."""

from safecomm.explanations.explanation import why

KEPT = (
    "Varje utkast som byggs läggs undan i .safecomm/drafts. En kopia som en granskare skickar tillbaka jämförs med det,"
    " så att bara det som granskaren själv har ändrat visas.",
    "Every draft that is built is put by in .safecomm/drafts. A copy that a reviewer sends back is compared with it, so"
    " that nothing is shown but what the reviewer changed.",
)
SENT = (
    "Utkast som är noterade som skickade tas aldrig bort. Noteringen gäller filen i build/, och måste höra till ett"
    " utkast som finns kvar.",
    "Drafts that are noted as sent are never removed. The note is about the file in build/, and must belong to a draft"
    " that is still kept.",
)

EXPLANATIONS = {
    "draft-not-kept": why(*KEPT),
    "draft-damaged": why(*KEPT),
    "draft-newer": why(*KEPT),
    "sent-missing": why(*SENT),
    "sent-not-ours": why(*SENT),
    "sent-final": why(*SENT),
    "sent-not-kept": why(*SENT),
    "sent-damaged": why(*SENT),
}
