#include "app/desk/office/trust/signed_codes.h"

#include <string.h>

/* Salt and cost: with others the codes that people hold open nothing. */
static void made_of(const struct invitations *all,
                    unsigned char out_hash[CHAIN_HASH_BYTES])
{
    unsigned char bytes[CONFIG_SALT_BYTES + 2 * sizeof(int64_t)];
    memcpy(bytes, all->salt, CONFIG_SALT_BYTES);
    memcpy(bytes + CONFIG_SALT_BYTES, &all->operations, sizeof all->operations);
    memcpy(bytes + CONFIG_SALT_BYTES + sizeof all->operations, &all->memory_bytes,
           sizeof all->memory_bytes);
    seal_hash("codes", (struct span){(const char *)bytes, sizeof bytes}, out_hash);
}

/* A row names the vacancy; of check-ins, whose cards are numbered by themselves, "check-in" and the
 * vacancy, which no id of one can read like. */
static const char *prefix_of(const struct invite *invite)
{
    return invite->role == ROLE_NEWCOMER ? "check-in " : "";
}

static struct span scope_of(struct arena *arena, const struct invite *invite)
{
    return span_format(arena, "%s%.*s", prefix_of(invite), SPAN_ARGS(invite->vacancy));
}

static bool is_scope(struct span scope, const struct invite *invite)
{
    const char *prefix = prefix_of(invite);
    return has_span_prefix(scope, prefix) &&
           is_span_equal(span_cut(scope, strlen(prefix), scope.count), invite->vacancy);
}

/* Of candidates and newcomers, whose cards have numbers, those of one row are known by theirs; of
 * colleagues each by itself. */
static bool is_in_row(const struct roll_codes *row, const struct invite *invite)
{
    if (!is_scope(row->vacancy, invite) || (invite->role == ROLE_RATER) != !row->first)
        return false;
    if (row->first)
        return invite->number >= row->first &&
               (size_t)(invite->number - row->first) < row->count;
    for (size_t i = 0; i < row->count; i++)
        if (memcmp(row->tags[i], invite->tag, CONFIG_TAG_BYTES) == 0)
            return true;
    return false;
}

static bool is_signed(const struct roll *roll, const struct invite *invite)
{
    for (size_t i = 0; i < roll->code_count; i++)
        if (is_in_row(&roll->codes[i], invite))
            return true;
    return false;
}

static const struct invite *card_find(const struct invitations *all, struct span scope,
                                      int64_t number)
{
    for (size_t i = 0; i < all->invite_count; i++) {
        const struct invite *invite = &all->invites[i];
        if (invite->role != ROLE_RATER && invite->number == number &&
            is_scope(scope, invite))
            return invite;
    }
    return NULL;
}

static bool has_colleague(const struct invitations *all,
                          const unsigned char tag[CONFIG_TAG_BYTES])
{
    for (size_t i = 0; i < all->invite_count; i++)
        if (all->invites[i].role == ROLE_RATER &&
            memcmp(all->invites[i].tag, tag, CONFIG_TAG_BYTES) == 0)
            return true;
    return false;
}

/* --- the check --- */

#define BACK "put invitations.json back from a copy"

static enum status row_check(const struct roll_codes *row, const struct invitations *all)
{
    unsigned char made[CHAIN_HASH_BYTES];
    made_of(all, made);
    if (memcmp(made, row->made, sizeof made) != 0)
        return fail(STATUS_FORGED,
                    "invitations.json: how codes are checked was changed, so that none "
                    "that somebody holds opens; " BACK);
    for (size_t i = 0; i < row->count; i++) {
        const long long number = (long long)row->first + (long long)i;
        if (!row->first && !has_colleague(all, row->tags[i]))
            return fail(STATUS_FORGED, "invitations.json: the code of a colleague is "
                                       "changed or missing; " BACK);
        const struct invite *card =
            row->first ? card_find(all, row->vacancy, number) : NULL;
        if (row->first &&
            (!card || memcmp(card->tag, row->tags[i], CONFIG_TAG_BYTES) != 0))
            return fail(STATUS_FORGED,
                        "invitations.json: the code of card %lld for %.*s is changed or "
                        "missing; " BACK,
                        number, SPAN_ARGS(row->vacancy));
    }
    return OK;
}

static enum status revocation_check(const struct roll_revocation *row,
                                    const struct invitations *all)
{
    const struct invite *card = card_find(all, row->vacancy, row->card);
    return card && card->is_revoked
               ? OK
               : fail(STATUS_FORGED,
                      "invitations.json: card %lld for %.*s was revoked, and would open "
                      "again; " BACK,
                      (long long)row->card, SPAN_ARGS(row->vacancy));
}

/* Until the first of them is signed for, the settings, which are, say what a guess costs. */
static enum status cost_check(const struct office *office, const struct roll *roll,
                              const struct invitations *all)
{
    const struct organization_cost *cost = &office->organization->code_cost;
    return roll->code_count || (all->operations >= cost->passes &&
                                all->memory_bytes >= cost->memory_bytes)
               ? OK
               : fail(STATUS_FORGED,
                      "invitations.json: codes would be quicker to guess than "
                      "organization.json says; " BACK);
}

enum status signed_codes_check(struct office *office,
                               const struct invitations *invitations)
{
    const struct roll *roll;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = cost_check(office, roll, invitations);
    if (status != OK)
        return status;
    for (size_t i = 0; i < roll->code_count && status == OK; i++)
        status = row_check(&roll->codes[i], invitations);
    for (size_t i = 0; i < roll->revocation_count && status == OK; i++)
        status = revocation_check(&roll->revocations[i], invitations);
    return status;
}

/* --- what is new --- */

static bool is_same_kind(const struct invite *a, const struct invite *b)
{
    return a->role == b->role && is_span_equal(a->vacancy, b->vacancy);
}

/* The new ones of the kind of number `from`, which is the first of them, into `out_list`. */
static size_t kind_take(const struct roll *roll, const struct invitations *all,
                        size_t from, const struct invite **out_list)
{
    size_t count = 0;
    for (size_t i = from; i < all->invite_count; i++)
        if (is_same_kind(&all->invites[i], &all->invites[from]) &&
            !is_signed(roll, &all->invites[i]))
            out_list[count++] = &all->invites[i];
    return count;
}

static bool is_first_new(const struct roll *roll, const struct invitations *all,
                         size_t at)
{
    if (is_signed(roll, &all->invites[at]))
        return false;
    for (size_t i = 0; i < at; i++)
        if (is_same_kind(&all->invites[i], &all->invites[at]) &&
            !is_signed(roll, &all->invites[i]))
            return false;
    return true;
}

enum status signed_codes_news(struct office *office, struct span **out_lines,
                              size_t *out_count)
{
    struct arena *arena = &office->arena;
    const struct roll *roll;
    struct invitations *all;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = office_invitations(office, &all);
    if (status != OK)
        return status;
    const struct invite **list =
        arena_array(arena, const struct invite *, all->invite_count + 1);
    struct span *lines = arena_array(arena, struct span, all->invite_count + 1);
    size_t line_count = 0;
    for (size_t i = 0; i < all->invite_count; i++) {
        if (!is_first_new(roll, all, i))
            continue;
        const size_t count = kind_take(roll, all, i, list);
        const struct span whom = all->invites[i].role == ROLE_RATER
                                     ? SPAN("colleagues")
                                     : scope_of(arena, &all->invites[i]);
        lines[line_count++] = span_format(arena, "%zu new code%s for %.*s", count,
                                          count == 1 ? "" : "s", SPAN_ARGS(whom));
    }
    *out_lines = lines;
    *out_count = line_count;
    return OK;
}

/* As many of `list` as one row can hold: cards with one number after the other. */
static size_t run_length(const struct invite *const *list, size_t count)
{
    size_t length = 1;
    while (length < count && (list[0]->role == ROLE_RATER ||
                              list[length]->number == list[0]->number + (int64_t)length))
        length++;
    return length;
}

static void runs_write(const struct invite *const *list, size_t count,
                       const unsigned char made[CHAIN_HASH_BYTES],
                       struct roll_write *write)
{
    struct arena *arena = write->rows.arena;
    for (size_t at = 0, length; at < count; at += length) {
        length = run_length(list + at, count - at);
        struct roll_codes row = {.vacancy = scope_of(arena, list[at]),
                                 .first = list[at]->number,
                                 .count = length};
        row.tags = arena_alloc(arena, length * sizeof *row.tags);
        for (size_t i = 0; i < length; i++)
            memcpy(row.tags[i], list[at + i]->tag, CONFIG_TAG_BYTES);
        memcpy(row.made, made, sizeof row.made);
        roll_write_codes(write, &row);
    }
}

static bool is_revocation_signed(const struct roll *roll, const struct invite *invite)
{
    for (size_t i = 0; i < roll->revocation_count; i++)
        if (roll->revocations[i].card == invite->number &&
            is_scope(roll->revocations[i].vacancy, invite))
            return true;
    return false;
}

enum status signed_codes_write(struct office *office, const struct roll *roll,
                               struct roll_write *write)
{
    unsigned char made[CHAIN_HASH_BYTES];
    struct invitations *all;
    const enum status status = office_invitations(office, &all);
    if (status != OK)
        return status;
    const struct invite **list =
        arena_array(&office->arena, const struct invite *, all->invite_count + 1);
    made_of(all, made);
    for (size_t i = 0; i < all->invite_count; i++)
        if (is_first_new(roll, all, i))
            runs_write(list, kind_take(roll, all, i, list), made, write);
    for (size_t i = 0; i < all->invite_count; i++)
        if (all->invites[i].is_revoked && !is_revocation_signed(roll, &all->invites[i]))
            roll_write_revocation(write, scope_of(&office->arena, &all->invites[i]),
                                  all->invites[i].number);
    return OK;
}
