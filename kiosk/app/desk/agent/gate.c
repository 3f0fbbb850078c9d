#include "app/desk/agent/gate.h"

#include "report/page/page_escape.h"

static void add(struct buffer *out, const char *before, struct span text,
                const char *after)
{
    buffer_text(out, before);
    page_escape(out, text);
    buffer_text(out, after);
}

/* One person works here more often than not; then nothing is to be chosen. */
static void add_keys(struct buffer *out, const struct gate *gate)
{
    if (gate->key_count == 1) {
        add(out, "<input type=\"hidden\" name=\"person\" value=\"", gate->keys[0],
            "\">\n");
        add(out, "<p>Key: <b>", gate->keys[0], "</b></p>\n");
        return;
    }
    buffer_text(out, "<p><label for=\"person\">Key</label>\n"
                     "<select id=\"person\" name=\"person\">\n");
    for (size_t i = 0; i < gate->key_count; i++) {
        add(out, "<option value=\"", gate->keys[i],
            is_span_equal(gate->keys[i], gate->key_chosen) ? "\" selected>" : "\">");
        add(out, "", gate->keys[i], "</option>\n");
    }
    buffer_text(out, "</select></p>\n");
}

static void add_passphrase(struct buffer *out, const struct gate *gate)
{
    add_keys(out, gate);
    buffer_text(out, "<p><label for=\"passphrase\">Passphrase</label>\n"
                     "<input id=\"passphrase\" name=\"passphrase\" type=\"password\" "
                     "autocomplete=\"current-password\" autofocus required");
    buffer_text(out, gate->fault.count
                         ? " aria-invalid=\"true\" aria-describedby=\"fault\"></p>\n"
                         : "></p>\n");
}

static void add_form(struct buffer *out, const struct gate *gate)
{
    add(out, "<form method=\"post\" action=\"", gate->action, "\" novalidate>\n");
    add(out, "<input type=\"hidden\" name=\"token\" value=\"", gate->token, "\">\n");
    if (gate->key_count)
        add_passphrase(out, gate);
    add(out, "<p><button>", gate->button, "</button></p>\n</form>\n");
}

struct span gate_page(struct arena *arena, const struct gate *gate)
{
    struct buffer out = buffer_init(arena, GATE_PAGE_BYTES_MAX);
    add(&out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        gate->title, " - Resonance</title>\n</head>\n<body>\n");
    add(&out, "<main>\n<h1>", gate->title, "</h1>\n");
    if (gate->fault.count)
        add(&out, "<p id=\"fault\" role=\"alert\">", gate->fault, "</p>\n");
    if (gate->is_status)
        buffer_text(&out, "<div role=\"status\">\n");
    for (size_t i = 0; i < gate->sentence_count; i++)
        add(&out, "<p>", gate->sentences[i], "</p>\n");
    if (gate->is_status)
        buffer_text(&out, "</div>\n");
    if (gate->action.count)
        add_form(&out, gate);
    if (gate->link.count) {
        add(&out, "<p><a href=\"", gate->link, "\">");
        add(&out, "", gate->link_words, "</a></p>\n");
    }
    buffer_text(&out, "</main>\n</body>\n</html>\n");
    return buffer_span(&out);
}
