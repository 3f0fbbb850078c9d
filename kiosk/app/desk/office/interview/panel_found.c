#include "app/desk/office/interview/panel_found.h"

#include "app/desk/office/interview/panel_sign.h"
#include "app/desk/office/interview/readers.h"
#include "base/clock.h"
#include "seal/age/age_wrap.h"
#include "base/must.h"

#include <string.h>

enum status panel_found_weights(struct arena *arena, struct office *office,
                                struct span vacancy, struct panel *out_first)
{
    struct panel *panels;
    size_t count;
    const enum status status = panel_list(arena, office, &panels, &count);
    *out_first = (struct panel){0};
    for (size_t i = 0; status == OK && i < count && !out_first->number; i++)
        if (is_span_equal(panels[i].vacancy, vacancy))
            *out_first = panels[i];
    return status;
}

static enum status member_check(const struct panel_wish *wish, size_t index,
                                int64_t now_s)
{
    const struct staff_person *person = wish->members[index];
    const staff_role_set asking =
        STAFF_ROLE_BIT(STAFF_INTERVIEWER) | STAFF_ROLE_BIT(STAFF_RECRUITER);
    for (size_t i = 0; i < index; i++)
        if (is_span_equal(wish->members[i]->label, person->label))
            return fail(STATUS_REFUSED, "%.*s is named twice", SPAN_ARGS(person->label));
    if (!is_staff_present(person, now_s) || !(person->roles & asking))
        return fail(STATUS_REFUSED,
                    "%.*s cannot be given an interview: that is for interviewers and "
                    "recruiters whose time here is not over",
                    SPAN_ARGS(person->label));
    if (!person->has_verify_key)
        return fail(STATUS_REFUSED,
                    "the key of %.*s is from before keys signed: exchange it first",
                    SPAN_ARGS(person->label));
    return OK;
}

static enum status members_take(struct arena *arena, const struct panel_wish *wish,
                                struct panel *panel)
{
    enum status status = OK;
    if (wish->member_count < INTERVIEW_MEMBERS_LEAST ||
        wish->member_count > INTERVIEW_MEMBERS_MAX)
        return fail(STATUS_REFUSED,
                    "an interview has %d to %d interviewers, each of whom "
                    "rates alone",
                    INTERVIEW_MEMBERS_LEAST, INTERVIEW_MEMBERS_MAX);
    panel->members = arena_array(arena, struct panel_member, wish->member_count);
    for (size_t i = 0; i < wish->member_count && status == OK; i++) {
        const struct staff_person *person = wish->members[i];
        struct panel_member *member = &panel->members[panel->member_count++];
        *member = (struct panel_member){.label = person->label, .name = person->name};
        memcpy(member->verify_key, person->verify_key, CHAIN_PUBLIC_KEY_BYTES);
        status = member_check(wish, i, panel->founded_s);
        if (status == OK)
            status = age_recipient_read(person->recipient, &member->recipient);
    }
    return status;
}

/* Who reads what all have locked: the members, the recruiters of the vacancy, the recovery
 * sheet. */
static enum status readers_take(struct arena *arena, struct office *office,
                                const struct panel_wish *wish, struct panel *panel,
                                size_t *out_recovery_count)
{
    struct readers *readers = arena_new(arena, struct readers);
    enum status status = OK;
    for (size_t i = 0; i < wish->member_count && status == OK; i++)
        status = readers_add(readers, wish->members[i]->recipient);
    if (status == OK)
        status = readers_vacancy(office, wish->vacancy, STAFF_ROLE_BIT(STAFF_RECRUITER),
                                 panel->founded_s, readers);
    panel->readers = readers->list;
    panel->reader_count = readers->count;
    *out_recovery_count = readers->recovery_count;
    return status;
}

static bool is_member(const struct panel *panel, const struct age_recipient *recipient)
{
    for (size_t i = 0; i < panel->member_count; i++)
        if (memcmp(panel->members[i].recipient.bytes, recipient->bytes,
                   AGE_RECIPIENT_BYTES) == 0)
            return true;
    return false;
}

/* The readers who do not ask; none, when only recovery sheets would be left. */
static size_t guards_list(const struct panel *panel, size_t recovery_count,
                          struct age_recipient *out_guards)
{
    size_t count = 0;
    for (size_t i = 0; i < panel->reader_count; i++)
        if (!is_member(panel, &panel->readers[i]))
            out_guards[count++] = panel->readers[i];
    return count > recovery_count ? count : 0;
}

/* A random piece, taken off what is left of the secret, and sealed. */
static enum status piece_take(struct arena *arena, unsigned char rest[PANEL_PIECE_BYTES],
                              const struct age_recipient *to, size_t count,
                              struct span *out_sealed)
{
    unsigned char *piece = arena_alloc(arena, PANEL_PIECE_BYTES);
    seal_random(piece, PANEL_PIECE_BYTES);
    for (size_t byte = 0; byte < PANEL_PIECE_BYTES; byte++)
        rest[byte] ^= piece[byte];
    const enum status status =
        age_wrap(arena, to, count, (struct span){(const char *)piece, PANEL_PIECE_BYTES},
                 out_sealed);
    wipe(piece, PANEL_PIECE_BYTES);
    return status;
}

/* P and the pieces of its secret, of which the last member's is what is left of it. */
static enum status pieces_take(struct arena *arena, size_t recovery_count,
                               struct panel *panel)
{
    struct age_identity *identity = arena_new(arena, struct age_identity);
    struct age_recipient guards[READERS_MAX];
    const size_t guard_count = guards_list(panel, recovery_count, guards);
    struct panel_member *last = &panel->members[panel->member_count - 1];
    enum status status = OK;
    must(arena->is_guarded);
    age_identity_generate(identity);
    panel->key = identity->recipient;
    panel->guard = SPAN("");
    if (guard_count)
        status = piece_take(arena, identity->secret, guards, guard_count, &panel->guard);
    for (struct panel_member *at = panel->members; at < last && status == OK; at++)
        status = piece_take(arena, identity->secret, &at->recipient, 1, &at->piece);
    if (status == OK)
        status =
            age_wrap(arena, &last->recipient, 1,
                     (struct span){(const char *)identity->secret, PANEL_PIECE_BYTES},
                     &last->piece);
    wipe(identity, sizeof *identity);
    return status;
}

static void weights_take(struct arena *arena, const struct interview_guide *guide,
                         struct panel *panel)
{
    panel->weights = arena_array(arena, struct interview_rating, guide->count);
    for (size_t i = 0; i < guide->count; i++)
        if (!guide->asked[i].topic.count)
            panel->weights[panel->weight_count++] = (struct interview_rating){
                .question = guide->asked[i].id, .rating = guide->asked[i].weight};
}

static enum status fill(struct arena *arena, struct office *office,
                        const struct panel_wish *wish, struct panel *panel)
{
    memcpy(panel->record_id, wish->record_id, CHAIN_ID_BYTES);
    panel->reference = wish->guide->reference;
    panel->vacancy = wish->vacancy;
    panel->founded_s = clock_now().unix_ms / 1000;
    size_t recovery_count = 0;
    enum status status = members_take(arena, wish, panel);
    if (status == OK)
        status = readers_take(arena, office, wish, panel, &recovery_count);
    if (status == OK)
        status = pieces_take(arena, recovery_count, panel);
    weights_take(arena, wish->guide, panel);
    return status == OK
               ? age_wrap(arena, panel->readers, panel->reader_count,
                          interview_guide_write(arena, wish->guide), &panel->guide)
               : status;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_put(archive, context);
}

struct span panel_found_about(struct arena *arena, const struct panel *panel)
{
    return panel_about(arena, panel, span_hex(arena, panel->digest, CHAIN_HASH_BYTES));
}

enum status panel_found_do(struct arena *arena, struct office *office,
                           const struct panel_wish *wish, const struct keys *keys,
                           struct access_note note, struct panel *out_panel)
{
    struct archive *archive;
    struct panel panel = {.founder = note.who};
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_open(archive);
    if (status == OK)
        status = papers_last(archive, SPAN(PANEL_KIND), &panel.number);
    panel.number++;
    if (status == OK)
        status = fill(arena, office, wish, &panel);
    if (status == OK)
        status = panel_sign(arena, keys, &panel);
    if (status != OK)
        return status;
    struct paper paper = panel_paper(&panel, PANEL_KIND, SPAN(""));
    paper.body = panel_text_write(arena, &panel);
    seal_hash("hf-panel-v1", paper.body, panel.digest);
    note.what = PANEL_FOUND_DEED;
    note.about = panel_found_about(arena, &panel);
    status = access_log_do(office, &note, put, &paper);
    if (status == OK)
        *out_panel = panel;
    return status;
}
