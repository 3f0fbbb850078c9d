#include "app/desk/agent/carry.h"

#include "report/page/page_form.h"
#include "web/guard.h"

#include <string.h>

/* In front of the names, so that no field of another form is taken for one of the unlocking. */
#define MARK "carried-"
#define MARK_ROUTE "carried."

/* The fields whose names begin with `mark`, without it; what is too long to be marked, and what is
 * secret, is left behind. */
static struct form_sent fields_of(struct arena *arena,
                                  const struct wire_question *question, const char *mark)
{
    struct form_field *const fields =
        arena_array(arena, struct form_field, question->field_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < question->field_count; i++) {
        const struct form_field *const field = &question->fields[i];
        const struct span name = span_cut(field->name, strlen(mark), field->name.count);
        if (!has_span_prefix(field->name, mark) || is_page_form_secret(name) ||
            name.count + strlen(MARK) > FORM_NAME_BYTES_MAX)
            continue;
        fields[count++] = (struct form_field){name, field->value};
    }
    return (struct form_sent){fields, count};
}

struct carry carry_of(struct arena *arena, const struct wire_question *question)
{
    const struct form_sent sent = {question->fields, question->field_count};
    struct carry carry = {.route = SPAN("")};
    if (!is_span(question->route, "/unlock"))
        return (struct carry){question->route, fields_of(arena, question, "")};
    if (is_form_single(&sent, MARK_ROUTE, &carry.route) && is_guard_route(carry.route))
        carry.form = fields_of(arena, question, MARK);
    else
        carry.route = SPAN("");
    return carry;
}

struct form_sent carry_hidden(struct arena *arena, const struct carry *carry)
{
    struct form_field *const fields =
        arena_array(arena, struct form_field, carry->form.count + 1);
    size_t count = 0;
    if (carry->route.count)
        fields[count++] = (struct form_field){SPAN(MARK_ROUTE), carry->route};
    for (size_t i = 0; i < carry->form.count; i++)
        fields[count++] = (struct form_field){
            span_format(arena, MARK "%.*s", SPAN_ARGS(carry->form.fields[i].name)),
            carry->form.fields[i].value};
    return (struct form_sent){fields, count};
}
