/* `resonance person list`: the people of the desk, and who is invited. */
#include "app/desk/command/person/person.h"

#include "app/desk/office/staff/staff_write.h"
#include "base/clock.h"
#include "base/json/canonical.h"

struct span person_state_words(struct arena *arena, const struct staff_person *person,
                               int64_t now_s)
{
    if (person->ended_s)
        return span_format(arena, "retired on %.*s",
                           SPAN_ARGS(clock_date(arena, person->ended_s * 1000)));
    if (!is_staff_present(person, now_s))
        return span_format(arena, "over since %.*s",
                           SPAN_ARGS(clock_date(arena, person->until_s * 1000)));
    return person->until_s
               ? span_format(arena, "until %.*s",
                             SPAN_ARGS(clock_date(arena, person->until_s * 1000)))
               : SPAN("present");
}

/* All of them: first the people, then who is invited. */
struct listed {
    const struct staff *staff;
    struct joining *joining;
    size_t joining_count;
    int64_t now_s;
};

static void person_json(struct arena *arena, struct canonical *c,
                        const struct staff_person *person, struct span state)
{
    canonical_object(c, NULL);
    canonical_text(c, "label", person->label);
    staff_write_roles(c, person->roles);
    canonical_text(c, "name", person->name);
    canonical_text(c, "state", state);
    canonical_texts(c, "vacancies", person->vacancies, person->vacancy_count);
    if (person->recipient.count)
        canonical_text(c, "words", keys_words(arena, person->recipient));
    else
        canonical_null(c, "words");
    canonical_end(c);
}

static const char *joining_words(const struct joining *joining, int64_t now_s)
{
    return joining->is_joined           ? "has joined; compare the words and sign"
           : now_s < joining->expires_s ? "invited"
                                        : "invited, and the address is over";
}

static enum status all_read(struct operation *operation, struct listed *listed)
{
    const enum status status = staff_read(&operation->office, &listed->staff);
    listed->now_s = clock_now().unix_ms / 1000;
    return status == OK ? joining_list(&operation->office, &listed->joining,
                                       &listed->joining_count)
                        : status;
}

static struct span list_json(struct arena *arena, const struct listed *listed)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "invited");
    for (size_t i = 0; i < listed->joining_count; i++)
        person_json(arena, &c, &listed->joining[i].person,
                    span_of(joining_words(&listed->joining[i], listed->now_s)));
    canonical_end(&c);
    canonical_list(&c, "people");
    for (size_t i = 0; i < listed->staff->count; i++)
        person_json(arena, &c, &listed->staff->list[i],
                    person_state_words(arena, &listed->staff->list[i], listed->now_s));
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void row_say(struct operation *operation, struct page_block *table,
                    const struct staff_person *person, struct span state)
{
    struct page_row *const row = page_row(table, SPAN(""));
    row->cells[0] = person->label;
    row->cells[1] = person->name;
    row->cells[2] = staff_role_set_words(operation->arena, person->roles);
    row->cells[3] = state;
    if (person->recipient.count)
        page_remark(table, row, keys_words(operation->arena, person->recipient));
}

enum status person_list_run(struct operation *operation)
{
    static const struct page_column columns[4];
    struct listed listed;
    const enum status status = all_read(operation, &listed);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, list_json(operation->arena, &listed));
    operation_say(operation,
                  listed.staff->is_missing
                      ? "There is no list of people here yet: whoever has a key "
                        "is owner and recruiter. The first change begins it."
                      : "People of this desk, each signed for:");
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 4);
    for (size_t i = 0; i < listed.staff->count; i++)
        row_say(
            operation, table, &listed.staff->list[i],
            person_state_words(operation->arena, &listed.staff->list[i], listed.now_s));
    for (size_t i = 0; i < listed.joining_count; i++)
        row_say(operation, table, &listed.joining[i].person,
                span_of(joining_words(&listed.joining[i], listed.now_s)));
    return OK;
}
