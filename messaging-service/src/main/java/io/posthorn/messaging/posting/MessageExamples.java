package io.posthorn.messaging.posting;

/** One request of each type, for the API document; a test reads them as a client's would be read. */
final class MessageExamples {
    static final String TEXT = """
            {"to": "+15550002000", "type": "text", "text": {"body": "See https://acme.example", "previewUrl": true}}""";
    static final String IMAGE = """
            {"to": "+15550002000", "type": "image", "image": {"link": "https://acme.example/tea.jpg", "caption": "Green tea"}}""";
    static final String VIDEO = """
            {"to": "+15550002000", "type": "video", "video": {"link": "https://acme.example/tea.mp4"}}""";
    static final String VOICE_NOTE = """
            {"to": "+15550002000", "type": "audio", "audio": {"link": "https://acme.example/tea.ogg", "voice": true}}""";
    static final String DOCUMENT = """
            {"to": "+15550002000", "type": "document",
             "document": {"link": "https://acme.example/17.pdf", "filename": "invoice-17.pdf", "caption": "July"}}""";
    static final String STICKER = """
            {"to": "+15550002000", "type": "sticker", "sticker": {"link": "https://acme.example/tea.webp"}}""";
    static final String LOCATION = """
            {"to": "+15550002000", "type": "location",
             "location": {"latitude": "37.44", "longitude": "-122.16", "name": "Depot", "address": "1 Main St"}}""";
    static final String CONTACTS = """
            {"to": "+15550002000", "type": "contacts", "contacts": [
             {"name": {"formattedName": "Ana Silva", "firstName": "Ana"}, "phones": [{"phone": "+15550003000", "type": "WORK"}]}]}""";
    static final String BUTTONS = """
            {"to": "+15550002000", "type": "interactive", "interactive": {"type": "button", "body": {"text": "Shall we send it?"},
             "action": {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}},
                                    {"type": "reply", "reply": {"id": "no", "title": "No"}}]}}}""";
    static final String LIST = """
            {"to": "+15550002000", "type": "interactive", "interactive": {"type": "list", "body": {"text": "Which tea?"},
             "action": {"button": "Choose", "sections": [{"title": "Tea", "rows": [{"id": "green", "title": "Green"}]}]}}}""";
    static final String LINK = """
            {"to": "+15550002000", "type": "interactive", "interactive": {"type": "cta_url", "body": {"text": "Track your order"},
             "action": {"name": "cta_url", "parameters": {"displayText": "Track", "url": "https://acme.example/t/17"}}}}""";
    static final String FLOW = """
            {"to": "+15550002000", "type": "interactive", "interactive": {"type": "flow", "body": {"text": "Book a table"},
             "action": {"name": "flow", "parameters": {"flowId": "800000000000001", "flowCta": "Book",
              "flowActionPayload": {"screen": "FIRST", "data": {"guests": 2}}}}}}""";
    static final String CAROUSEL = """
            {"to": "+15550002000", "type": "interactive", "interactive": {"type": "carousel", "body": {"text": "Our teas"},
             "action": {"cards": [
              {"cardIndex": 0, "type": "cta_url", "header": {"type": "image", "image": {"link": "https://acme.example/green.jpg"}},
               "action": {"name": "cta_url", "parameters": {"displayText": "Open", "url": "https://acme.example/green"}}},
              {"cardIndex": 1, "type": "cta_url", "header": {"type": "image", "image": {"link": "https://acme.example/black.jpg"}},
               "action": {"name": "cta_url", "parameters": {"displayText": "Open", "url": "https://acme.example/black"}}}]}}}""";
    static final String LOCATION_REQUEST = """
            {"to": "+15550002000", "type": "interactive", "interactive": {"type": "location_request_message",
             "body": {"text": "Where shall we deliver?"}, "action": {"name": "send_location"}}}""";
    static final String REACTION = """
            {"to": "+15550002000", "type": "reaction",
             "reaction": {"messageId": "01a1fc15-678b-7851-bc40-f52176b702eb", "emoji": "👍"}}""";
    static final String TEMPLATE = """
            {"to": "+15550002000", "type": "template", "template": {"name": "order_ready", "language": {"code": "en_US"},
             "components": [{"type": "body", "parameters": [{"type": "text", "text": "Ana"}]}]}}""";

    private MessageExamples() {}
}
