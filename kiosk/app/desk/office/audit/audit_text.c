#include "app/desk/office/audit/audit_text.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/must.h"
#include "setup/vacancy.h"

#include <string.h>

static const char *const sides[] = {"none", "not_above", "above"};

/* What fills a text of `count` bytes up. */
static struct span filling(struct arena *arena, size_t count)
{
    must(count <= AUDIT_TEXT_BYTES);
    const size_t missing = AUDIT_TEXT_BYTES - count;
    char *bytes = arena_alloc(arena, missing + 1);
    memset(bytes, '.', missing);
    return (struct span){bytes, missing};
}

static struct span group_put(struct arena *arena, const struct audit_group *group,
                             struct span pad)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_texts(&c, "groups", group->values, group->count);
    canonical_texts(&c, "names", group->names, group->count);
    canonical_text(&c, "pad", pad);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span audit_text_group_write(struct arena *arena, const struct audit_group *group)
{
    const size_t bare = group_put(arena, group, SPAN("")).count;
    return group_put(arena, group, filling(arena, bare));
}

static struct span outcome_put(struct arena *arena, const struct audit_outcome *outcome,
                               struct span pad)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_flag(&c, "is_interviewed", outcome->is_interviewed);
    canonical_flag(&c, "is_offered", outcome->is_offered);
    canonical_text(&c, "pad", pad);
    canonical_text(&c, "side", span_of(sides[outcome->side]));
    canonical_text(&c, "vacancy", outcome->vacancy);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span audit_text_outcome_write(struct arena *arena,
                                     const struct audit_outcome *outcome)
{
    const size_t bare = outcome_put(arena, outcome, SPAN("")).count;
    return outcome_put(arena, outcome, filling(arena, bare));
}

/* The root of a text of the one length that there is. */
static const struct json *root_of(struct canonical_take *take, struct arena *scratch,
                                  struct span bytes)
{
    if (bytes.count != AUDIT_TEXT_BYTES)
        canonical_take_wrong(take, "it has another length");
    return take->status == OK ? canonical_take_root(take, scratch, bytes) : NULL;
}

static void bounded(struct canonical_take *take, const struct span *texts, size_t count,
                    size_t least, size_t most)
{
    for (size_t i = 0; i < count; i++)
        if (texts[i].count < least || texts[i].count > most)
            canonical_take_wrong(take, "a text in it is empty or too long");
}

enum status audit_text_group_read(struct arena *arena, struct span bytes,
                                  struct audit_group *out_group)
{
    struct canonical_take take = {
        .arena = arena, .document = "groups of the audit", .bad = STATUS_DAMAGED};
    struct audit_group group = {0};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = root_of(&take, &scratch, bytes);
    group.count =
        canonical_take_texts(&take, root, "groups", AUDIT_TEXT_ATTRIBUTES, group.values);
    if (canonical_take_texts(&take, root, "names", AUDIT_TEXT_ATTRIBUTES, group.names) !=
            group.count ||
        !group.count)
        canonical_take_wrong(&take, "names and groups are not as many");
    arena_done(&scratch);
    bounded(&take, group.names, group.count, 1, AUDIT_TEXT_NAME_MAX);
    bounded(&take, group.values, group.count, 0, AUDIT_TEXT_VALUE_MAX);
    if (take.status == OK)
        canonical_take_same(&take, bytes, audit_text_group_write(arena, &group));
    if (take.status == OK)
        *out_group = group;
    return take.status;
}

enum status audit_text_outcome_read(struct arena *arena, struct span bytes,
                                    struct audit_outcome *out_outcome)
{
    struct canonical_take take = {
        .arena = arena, .document = "outcome of the audit", .bad = STATUS_DAMAGED};
    struct audit_outcome outcome = {0};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = root_of(&take, &scratch, bytes);
    outcome.is_interviewed = canonical_take_flag(&take, root, "is_interviewed");
    outcome.is_offered = canonical_take_flag(&take, root, "is_offered");
    outcome.side = (enum audit_side)canonical_take_word(&take, root, "side", sides,
                                                        sizeof sides / sizeof *sides);
    outcome.vacancy = canonical_take_text(&take, root, "vacancy");
    arena_done(&scratch);
    if (outcome.vacancy.count && !is_vacancy_id(outcome.vacancy))
        canonical_take_wrong(&take, "its vacancy is none");
    if (take.status == OK)
        canonical_take_same(&take, bytes, audit_text_outcome_write(arena, &outcome));
    if (take.status == OK)
        *out_outcome = outcome;
    return take.status;
}
