#include "report/page/html/page_html_form.h"

#include "base/words.h"
#include "report/page/html/page_html_node.h"
#include "report/page/html/page_html_sign.h"
#include "report/page/html/page_markup.h"

static void add_hidden(struct buffer *out, struct span name, struct span value)
{
    page_markup(out, "<input type=\"hidden\" name=\"", name, "\"");
    page_markup(out, " value=\"", value, "\">\n");
}

/* The texts that tell of a control: what is wrong with it, and the hint. */
static void add_described(struct buffer *out, const struct page_field *field)
{
    const struct span name = span_of(field->name);
    if (!field->fault.count && !field->hint.count)
        return;
    buffer_text(out, " aria-describedby=\"");
    if (field->fault.count)
        page_markup(out, "fault-", name, field->hint.count ? " " : "");
    if (field->hint.count)
        page_markup(out, "hint-", name, "");
    buffer_text(out, "\"");
    buffer_text(out, field->fault.count ? " aria-invalid=\"true\"" : "");
}

static void add_input(struct buffer *out, const struct page_field *field,
                      const char *type, const char *complete)
{
    const struct span name = span_of(field->name);
    page_markup(out, "<input id=\"field-", name, "\"");
    page_markup(out, " name=\"", name, "\"");
    page_markup(out, " type=\"", span_of(type), "\"");
    page_markup(out, " autocomplete=\"", span_of(complete), "\"");
    if (field->kind == PAGE_FIELD_NUMBER)
        buffer_text(out, " inputmode=\"decimal\"");
    if (field->kind == PAGE_FIELD_DAY)
        buffer_text(out, " class=\"day\"");
    if (field->most)
        buffer_format(out, " maxlength=\"%zu\"", field->most);
    if (field->kind != PAGE_FIELD_SECRET)
        page_markup(out, " value=\"", field->value, "\"");
    add_described(out, field);
    buffer_text(out, ">\n");
}

static void add_long(struct buffer *out, const struct page_field *field)
{
    const struct span name = span_of(field->name);
    page_markup(out, "<textarea rows=\"5\" id=\"field-", name, "\"");
    page_markup(out, " name=\"", name, "\" autocomplete=\"off\"");
    add_described(out, field);
    /* a browser takes the first line feed for its own */
    page_markup(out, ">\n", field->value, "</textarea>\n");
}

static void add_choice(struct buffer *out, const struct page_field *field,
                       const struct page_choice *choice, size_t index)
{
    const struct span name = span_of(field->name);
    buffer_text(out, field->kind == PAGE_FIELD_ONE_OF
                         ? "<label class=\"choice\"><input type=\"radio\""
                         : "<label class=\"choice\"><input type=\"checkbox\"");
    if (!index)
        page_markup(out, " id=\"field-", name, "\"");
    page_markup(out, " name=\"", name, "\"");
    page_markup(out, " value=\"", choice->value, "\"");
    buffer_text(out, choice->is_chosen ? " checked>" : ">");
    page_markup(out, "<span>", choice->words, "");
    if (choice->hint.count)
        page_markup(out, " <span class=\"hint\">", choice->hint, "</span>");
    buffer_text(out, "</span></label>\n");
}

static void add_fault(struct buffer *out, const struct page_field *field)
{
    if (!field->fault.count)
        return;
    page_markup(out, "<p class=\"fault\" id=\"fault-", span_of(field->name), "\">");
    page_markup(out, "", field->fault, "</p>\n");
}

static void add_hint(struct buffer *out, const struct page_field *field)
{
    if (!field->hint.count)
        return;
    page_markup(out, "<p class=\"hint\" id=\"hint-", span_of(field->name), "\">");
    page_markup(out, "", field->hint, "</p>\n");
}

static void add_choices(struct buffer *out, const struct page_field *field)
{
    size_t index = 0;
    buffer_text(out, field->is_scale ? "<fieldset class=\"scale\"" : "<fieldset");
    add_described(out, field);
    page_markup(out, "><legend>", field->label, "</legend>\n");
    add_fault(out, field);
    for (const struct page_choice *choice = field->first; choice; choice = choice->next)
        add_choice(out, field, choice, index++);
    add_hint(out, field);
    buffer_text(out, "</fieldset>\n");
}

static void add_control(struct buffer *out, const struct page_field *field)
{
    switch (field->kind) {
    case PAGE_FIELD_TEXT:
    case PAGE_FIELD_NUMBER:
    case PAGE_FIELD_DAY:
        add_input(out, field, "text", "off");
        break;
    case PAGE_FIELD_SECRET:
        add_input(out, field, "password",
                  field->is_new ? "new-password" : "current-password");
        break;
    case PAGE_FIELD_LONG:
        add_long(out, field);
        break;
    case PAGE_FIELD_ONE_OF:
    case PAGE_FIELD_SOME_OF:
    case PAGE_FIELD_HIDDEN:
        break;
    }
}

static void add_field(struct buffer *out, const struct page_field *field)
{
    if (field->kind == PAGE_FIELD_HIDDEN) {
        add_hidden(out, span_of(field->name), field->value);
        return;
    }
    buffer_text(out, field->fault.count ? "<div class=\"field wrong\">\n"
                                        : "<div class=\"field\">\n");
    if (field->kind == PAGE_FIELD_ONE_OF || field->kind == PAGE_FIELD_SOME_OF) {
        add_choices(out, field);
    } else {
        page_markup(out, "<label for=\"field-", span_of(field->name), "\">");
        page_markup(out, "", field->label, "</label>\n");
        add_fault(out, field);
        add_control(out, field);
        add_hint(out, field);
    }
    buffer_text(out, "</div>\n");
}

/* Whether the form comes back with what was written: a passphrase does not. */
static bool has_words(const struct page_form *form)
{
    bool has = false;
    for (const struct page_field *field = form->first; field; field = field->next)
        has = has || (field->kind != PAGE_FIELD_HIDDEN &&
                      field->kind != PAGE_FIELD_SECRET && field->value.count);
    return has;
}

/* In front, with the focus: who cannot see the fields hears at once how many are open, and
 * where. */
static void add_summary(struct buffer *out, const struct page_form *form)
{
    const size_t count = page_form_fault_count(form);
    if (!count)
        return;
    buffer_text(out,
                "<div class=\"notice wrong\" role=\"alert\" tabindex=\"-1\" autofocus>");
    page_html_sign(out, PAGE_STATE_CARE);
    page_markup(out, "<p><b>",
                count == 1 ? WS("One answer is missing or wrong.")
                           : span_format(out->arena,
                                         W("%zu answers are missing or wrong."), count),
                "</b> ");
    page_markup(out, "", has_words(form) ? WS("What you wrote is kept.") : SPAN(""),
                "</p><ul>");
    for (const struct page_field *field = form->first; field; field = field->next) {
        if (!field->fault.count)
            continue;
        page_markup(out, "<li><a href=\"#field-", span_of(field->name), "\">");
        page_markup(out, "", field->label, "</a>: ");
        page_markup(out, "", field->fault, "</li>");
    }
    buffer_text(out, "</ul></div>\n");
}

static void add_form_begin(struct buffer *out, const struct page_form *form)
{
    buffer_text(out, form->is_get ? "<form method=\"get\"" : "<form method=\"post\"");
    page_markup(out, " action=\"", form->address, "\" novalidate autocomplete=\"off\"");
}

static void add_submit(struct buffer *out, const struct page_form *form)
{
    buffer_text(out, "<div class=\"ways\">");
    if (form->closed.count) {
        page_markup(out, "<span class=\"closed\"><span class=\"button\">", form->submit,
                    "</span>");
        page_markup(out, " <span class=\"why\">", form->closed, "</span></span> ");
    } else {
        page_markup(out,
                    form->is_second ? "<button type=\"submit\" class=\"button\">"
                                    : "<button type=\"submit\" class=\"button main\">",
                    form->submit, "</button> ");
    }
    page_html_node_ways(out, &form->ways);
    buffer_text(out, "</div>\n");
    if (form->after.count)
        page_markup(out, "<p class=\"hint\">", form->after, "</p>\n");
}

void page_html_form(struct buffer *out, const struct page_form *form)
{
    add_summary(out, form);
    add_form_begin(out, form);
    buffer_text(out, ">\n");
    if (form->token.count)
        add_hidden(out, SPAN("token"), form->token);
    for (const struct page_field *field = form->first; field; field = field->next)
        add_field(out, field);
    add_submit(out, form);
    buffer_text(out, "</form>\n");
}

static void add_segments(struct buffer *out, const struct page_ways *ways)
{
    if (!ways->first)
        return;
    page_markup(out, "<div class=\"field\"><span class=\"label\" id=\"segments\">",
                WS("Show"), "</span>");
    buffer_text(out,
                "<div class=\"segments\" role=\"group\" aria-labelledby=\"segments\">");
    page_html_node_ways(out, ways);
    buffer_text(out, "</div></div>\n");
}

void page_html_form_filter(struct buffer *out, const struct page_block *block)
{
    const struct page_form *form = block->form;
    add_form_begin(out, form);
    buffer_text(out, " class=\"filter\" role=\"search\">\n");
    for (const struct page_field *field = form->first; field; field = field->next)
        add_field(out, field);
    add_segments(out, &block->ways);
    page_markup(out, "<button type=\"submit\" class=\"button\">", form->submit,
                "</button>\n");
    if (block->words.count)
        page_markup(out, "<p class=\"aside\">", block->words, "</p>\n");
    buffer_text(out, "</form>\n");
}
