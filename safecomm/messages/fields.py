"""What every kind of file and every field is for, in Swedish: editors show it while one writes, new files carry it."""

from collections.abc import Mapping
from typing import NamedTuple


class Described(NamedTuple):
    title: str
    description: str


KINDS: Mapping[str, Described] = {
    "community": Described("Kommunen", "Den kommun som ansöker."),
    "council": Described("Trygghetsrådet", "Den tvärsektoriella grupp som leder arbetet."),
    "programme": Described("Programmet", "Det antagna styrdokumentet."),
    "application": Described("Ansökan", "Det som bara ansökan behöver och programmet inte innehåller."),
    "criteria": Described("Kriterium", "Kommunens egna texter om ett av kriterierna; filen heter som kriteriet."),
    "activities": Described("Verksamhet", "Ett pågående arbete; filens namn är dess id."),
    "measures": Described("Insats", "Något som kommunen åtar sig; filens namn är dess id."),
    "projects": Described("Projekt", "Ett projekt; filens namn är dess id."),
    "organisations": Described("Organisationer", "Alla organisationer, var och en en gång, under sitt id."),
    "evidence": Described("Underlag", "Vad kommunen vet och varifrån, varje underlag under sitt id."),
    "statistics": Described("Statistik", "Vad siffrorna i csv-filen med samma namn gäller, och vem som säger det."),
}
"""By kind of file, as in `safecomm.content.folder`."""

TRANSLATES = Described("Följer", "Den svenska textens version; ”safecomm translated” skriver den.")
"""Of the key that only translations have."""

FIELDS: Mapping[str, Mapping[str, Described]] = {
    "Words": {
        "sv": Described("På svenska", "Texten på svenska."),
        "en": Described("På engelska", "Texten på engelska; utan den står den svenska i den engelska ansökan."),
    },
    "Figure": {
        "name": Described("Benämning", "Vad talet anger, till exempel landareal."),
        "value": Described("Tal", "Talet utan enhet, till exempel 12,5."),
        "unit": Described("Enhet", "Talets enhet, till exempel km²."),
        "date": Described("Datum", "Den dag som talet gäller, skriven 2008-10-13."),
        "source": Described("Källa", "Varifrån talet kommer."),
    },
    "Translated": {
        "one_language": Described("På ett språk", "Fält som ska finnas på bara ett språk, till exempel [letter]."),
    },
    "Acknowledgement": {
        "gap": Described("Lucka", "Luckans kod, som ”safecomm check” skriver inom hakparentes."),
        "record": Described("Var", "Det luckan gäller: mappen eller filen och id, till exempel measures/hearings."),
        "reason": Described("Skäl", "Varför luckan får finnas kvar, på båda språken; det står i ansökan."),
    },
    "Community": {
        "name": Described("Namn", "Kommunens fullständiga namn."),
        "country": Described("Land", "Det land där kommunen ligger."),
        "county": Described("Län", "Det län där kommunen ligger."),
        "code": Described("Kommunkod", "Den officiella koden inom citattecken, så att nollor först i den är kvar."),
        "language": Described("Språk", "Det språk som safecomm talar till dem som skriver: sv eller en."),
        "website": Described("Webbplats", "Adressen till kommunens webbplats om trygghetsarbetet."),
        "inhabitants": Described("Antal invånare", "Id för den statistik som visar antalet invånare."),
        "area": Described("Areal", "Arealer, var och en med namn, tal, enhet, datum och källa."),
        "overview": Described("Om kommunen", "En kort beskrivning av kommunen."),
        "history": Described("Arbetets historia", "Hur trygghetsarbetet började och har utvecklats."),
    },
    "Council": {
        "name": Described("Namn", "Rådets fullständiga namn."),
        "short_name": Described("Kort namn", "Det namn som står i löpande text, till exempel Trygghetsrådet."),
        "city_members": Described("Kommunens ledamöter", "Vilka som ingår från kommunen, i ord."),
        "tasks": Described("Uppgifter", "Vad rådet gör."),
        "participation": Described("Delaktighet", "Hur invånarna deltar i rådets arbete."),
    },
    "Appendix": {
        "name": Described("Beteckning", "Hur programmet kallar bilagan, till exempel Bilaga 1."),
        "title": Described("Rubrik", "Bilagans rubrik."),
        "file": Described("Fil", "Bilagans sökväg i projektet; utelämnas så länge den inte finns."),
    },
    "Programme": {
        "title": Described("Titel", "Programmets titel."),
        "period": Described("Period", "De år som programmet gäller, till exempel 2008-2011."),
        "registry_number": Described("Diarienummer", "Ärendets nummer i diariet, inom citattecken."),
        "date": Described("Datum", "Den dag då programmet antogs eller föreslogs, skriven 2008-10-13."),
        "adopted_by": Described("Antaget av", "Id för det organ som antar programmet."),
        "unit": Described("Ansvarig enhet", "Id för den förvaltning eller enhet som svarar för programmet."),
        "officer": Described("Handläggare", "Handläggarens namn."),
        "officer_title": Described("Handläggarens titel", "Till exempel utredare."),
        "status": Described("Status", "proposed (föreslaget) eller adopted (antaget)."),
        "appendices": Described("Bilagor", "De dokument som programmet hänvisar till."),
        "motto": Described("Motto", "En mening som sammanfattar programmet."),
        "introduction": Described("Inledning", "Programmets inledning."),
        "direction": Described("Inriktning", "Den övergripande inriktning som programmet vilar på."),
        "purposes": Described("Syfte", "Vad programmet ska åstadkomma."),
        "priorities": Described("Prioriterade områden", "Vilka områden programmet prioriterar, och varför."),
        "followup": Described("Uppföljning", "Hur programmet följs upp och utvärderas."),
    },
    "Criterion": {
        "area": Described("Område", "Programmets rubrik för det kapitel som svarar mot kriteriet."),
        "area_in_list": Described(
            "Område i listan", "Rubriken i listan över prioriterade områden, om den är en annan."
        ),
        "themes": Described("Teman", "Underrubriker för insatserna i visningsordning, skrivna ”id: rubrik”."),
        "introduction": Described("Inledning", "Områdets inledning."),
        "ambition": Described("Ambition", "Vad kommunen vill utveckla inom området."),
    },
    "Work": {
        "title": Described("Rubrik", "Vad arbetet heter."),
        "criterion": Described("Kriterium", "Id för det kriterium som arbetet hör till."),
        "order": Described("Ordning", "Ett heltal; arbetet visas efter dem som har ett lägre tal."),
        "ages": Described("Åldrar", "0–14 år (children), 15–24 (youth), 25–64 (adults), 65 och över (older)."),
        "environments": Described("Miljöer", "De miljöer som texten uttryckligen gäller."),
        "risk_groups": Described("Riskgrupper", "De riskgrupper som texten uttryckligen gäller."),
        "sexes": Described("Kön", "Anges när arbetet riktar sig till female (kvinnor) eller male (män)."),
        "prevention": Described(
            "Prevention", "situational gör det svårare att skadas eller begå brott, social minskar benägenheten."
        ),
        "text": Described("Text", "Vad arbetet går ut på."),
    },
    "Activity": {
        "target_group": Described("Målgrupp", "Vem arbetet är till för; everyone är hela befolkningen."),
        "organisations": Described("Organisationer", "Id för dem som deltar; council är hela rådet."),
    },
    "Measure": {
        "theme": Described("Tema", "Id för ett av teman i kriteriets fil, om kriteriet har teman."),
        "responsible": Described("Ansvarig", "Id för den som svarar för insatsen; tomt så länge ingen är utsedd."),
        "partners": Described("Samverkan", "Id för dem som insatsen görs tillsammans med; council är hela rådet."),
        "status": Described("Status", "planned (planerad), ongoing (pågår) eller completed (genomförd)."),
        "period": Described("Period", "De år då insatsen görs, till exempel 2009 eller 2008-2011."),
    },
    "Project": {
        "target_group": Described("Målgrupp", "Vem projektet är till för; everyone är hela befolkningen."),
        "status": Described("Status", "planned (planerat), ongoing (pågår) eller completed (genomfört)."),
        "role": Described("Kommunens roll", "Vad kommunen gör i projektet, till exempel samordnare."),
        "participants": Described("Deltagare", "Id för dem som deltar; council är hela rådet."),
        "places": Described("Platser", "De orter eller länder där projektet bedrivs."),
        "programme": Described("Ingår i", "Det program eller den fond som projektet hör till."),
    },
    "Contact": {
        "name": Described("Namn", "Den som svarar på frågor om ansökan."),
        "institution": Described("Organisation", "Var kontaktpersonen arbetar."),
        "address": Described("Adress", "Gata eller box."),
        "postcode": Described("Postnummer", "Postnumret, till exempel 123 45."),
        "city": Described("Ort", "Postorten."),
        "country": Described("Land", "Landet."),
        "phone": Described("Telefon", "Med landsnummer och inom citattecken."),
        "email": Described("E-post", "E-postadressen."),
    },
    "Application": {
        "criteria_set": Described("Kriterier", "Den uppsättning kriterier som ansökan följer, till exempel sc6-2002."),
        "date": Described("Datum", "Den dag då ansökan skickas, skriven 2009-02-01."),
        "version": Described("Version", "Ansökans version, till exempel 1.0."),
        "contact": Described("Kontaktperson", "Den som svarar på frågor, med adress, telefon och e-post."),
        "acknowledged": Described("Kända luckor", "Luckor som får finnas kvar; de står i ansökan med sitt skäl."),
        "letter": Described("Brev", "Brevet från kommunens ledning."),
        "strengths": Described("Styrkor", "Vad kommunen särskilt vill lyfta fram."),
        "further_work": Described("Fortsatt arbete", "Vad kommunen tänker göra härnäst."),
    },
    "Organisation": {
        "name": Described("Namn", "Organisationens namn på båda språken."),
        "kind": Described("Slag", "Vad för slags organisation det är, till exempel department (förvaltning)."),
        "council": Described("I rådet", "true för den som sitter i rådet utan att höra till kommunen."),
    },
    "Evidence": {
        "title": Described("Titel", "Underlagets titel på båda språken."),
        "kind": Described("Slag", "Vad för slags underlag det är, till exempel survey (undersökning)."),
        "publisher": Described("Utgivare", "Id för den organisation som ger ut underlaget."),
        "period": Described("Period", "De år som underlaget gäller, till exempel 2005-2008."),
        "interval": Described("Hur ofta", "Hur ofta underlaget kommer, till exempel varje år."),
        "criteria": Described("Kriterier", "Id för de kriterier som underlaget stöder."),
        "measures": Described("Insatser", "Id för de insatser som underlaget stöder."),
        "kept": Described("Förvaras", "Var underlaget finns."),
        "note": Described("Anmärkning", "Vad underlaget säger, i en eller två meningar."),
    },
    "Statistics": {
        "title": Described("Titel", "Vad siffrorna visar, på båda språken."),
        "unit": Described("Enhet", "Vad som räknas, till exempel personer."),
        "source": Described("Källa", "Vem som säger det."),
        "criteria": Described("Kriterier", "Id för de kriterier som siffrorna stöder."),
    },
}
"""By record type and field, as in `safecomm.content.records`; what records inherit stands once."""
