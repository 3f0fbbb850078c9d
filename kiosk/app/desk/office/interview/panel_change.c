/* The paper of a change: a signature of the member, and what is sealed to the readers. */
#include "app/desk/office/interview/panel_change.h"

#include "app/desk/office/interview/panel_draft.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/utf8.h"

static struct signed_paper kind_of(const struct panel *panel)
{
    return (struct signed_paper){"hf-change-v1", panel->digest};
}

static struct span change_write(struct arena *arena,
                                const struct interview_change *change)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "evidence", change->rating.evidence);
    canonical_text(&c, "member", change->member);
    canonical_text(&c, "question", change->rating.question);
    canonical_whole(&c, "rating", change->rating.rating);
    canonical_whole(&c, "rating_change", 1);
    canonical_text(&c, "reason", change->reason);
    canonical_whole(&c, "time", change->time_s);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static enum status change_take(struct arena *arena, struct span bytes,
                               struct interview_change *out_change)
{
    struct canonical_take take = {
        .arena = arena, .document = "changed rating", .bad = STATUS_DAMAGED};
    struct arena scratch;
    const enum status status =
        arena_init_guarded(&scratch, 16 * (size_t)INTERVIEW_SHEET_BYTES_MAX, NULL);
    if (status != OK)
        return status;
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    *out_change = (struct interview_change){
        .member = canonical_take_text(&take, root, "member"),
        .rating = {.question = canonical_take_text(&take, root, "question"),
                   .rating = (int)canonical_take_whole(&take, root, "rating", 0,
                                                       INTERVIEW_RATING_MAX),
                   .evidence = canonical_take_text(&take, root, "evidence")},
        .reason = canonical_take_text(&take, root, "reason"),
        .time_s = canonical_take_whole(&take, root, "time", 0, INT64_MAX / 1000),
    };
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, change_write(arena, out_change));
    return take.status;
}

static enum status signature_check(const struct panel *panel,
                                   const struct interview_change *change,
                                   struct span body)
{
    const struct signed_paper kind = kind_of(panel);
    for (size_t i = 0; i < panel->member_count; i++)
        if (is_span_equal(panel->members[i].label, change->member) &&
            signed_paper_check(&kind, panel->members[i].verify_key, body) == OK)
            return OK;
    return fail(STATUS_FORGED, "a changed rating was not made by the one it names");
}

static enum status body_open(struct arena *arena, const struct panel *panel,
                             const struct keys *keys, struct span body,
                             struct interview_change *out_change)
{
    struct span plain;
    enum status status =
        signed_paper_open(arena, keys, INTERVIEW_SHEET_BYTES_MAX, body, &plain);
    if (status == OK)
        status = change_take(arena, plain, out_change);
    return status == OK ? signature_check(panel, out_change, body) : status;
}

/* What the log says was changed in this interview, in its order, against what is there. */
struct comparing {
    struct arena *arena;
    const struct panel *panel;
    const struct span *abouts;
    size_t count, found, noted;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct comparing *comparing = context;
    const struct span front = panel_about(comparing->arena, comparing->panel, SPAN(""));
    if (!is_span(deed->what, PANEL_CHANGE_DEED) || deed->about.count < front.count ||
        !is_span_equal(span_cut(deed->about, 0, front.count), front))
        return OK;
    comparing->found += comparing->noted < comparing->count &&
                        is_span_equal(deed->about, comparing->abouts[comparing->noted]);
    comparing->noted++;
    return OK;
}

static enum status log_check(struct arena *arena, struct office *office,
                             const struct panel *panel, const struct span *abouts,
                             size_t count)
{
    struct access_log log = {0};
    struct comparing comparing = {
        .arena = arena, .panel = panel, .abouts = abouts, .count = count};
    const enum status status = access_log_read(office, on_deed, &comparing, &log);
    if (status == OK && (comparing.noted != count || comparing.found != count))
        return fail(STATUS_FORGED,
                    "the log knows of %zu changed ratings, and %zu of those "
                    "are here as they were",
                    comparing.noted, comparing.found);
    return status;
}

static struct span name_of(struct arena *arena, size_t index)
{
    return span_format(arena, "%03zu", index + 1);
}

enum status panel_change_read(struct arena *arena, struct office *office,
                              const struct panel *panel, const struct keys *keys,
                              struct interview_change **out_changes, size_t *out_count)
{
    struct interview_change *changes =
        arena_array(arena, struct interview_change, PANEL_CHANGES_MAX);
    struct span *abouts = arena_array(arena, struct span, PANEL_CHANGES_MAX);
    const struct signed_paper kind = kind_of(panel);
    struct archive *archive;
    size_t count = 0;
    enum status status = office_archive(office, &archive);
    while (status == OK && count < PANEL_CHANGES_MAX) {
        struct span body;
        const struct paper paper =
            panel_paper(panel, PANEL_CHANGE, name_of(arena, count));
        status = papers_get(arena, archive, &paper, &body);
        if (status != OK || !body.count)
            break;
        abouts[count] = panel_about_paper(arena, panel, &kind, body);
        status = body_open(arena, panel, keys, body, &changes[count++]);
    }
    if (status == OK)
        status = log_check(arena, office, panel, abouts, count);
    *out_changes = changes;
    *out_count = count;
    return status;
}

static enum status reason_check(struct span reason)
{
    if (span_trim(reason).count < PANEL_REASON_LEAST ||
        utf8_count(reason) > PANEL_REASON_MAX)
        return fail(STATUS_BAD_INPUT,
                    "say why, in %d to %d characters: what did you hear from the others?",
                    PANEL_REASON_LEAST, PANEL_REASON_MAX);
    return OK;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_put(archive, context);
}

static enum status may_change(struct arena *arena, struct office *office,
                              const struct panel *panel, const struct keys *keys,
                              const struct interview_guide *guide,
                              const struct interview_change *change)
{
    const struct panel_member *member;
    size_t locked = 0;
    struct interview_sheet sheet = interview_sheet_new(arena, SPAN(""));
    enum status status = panel_draft_need(panel, keys, &member);
    if (status == OK)
        status = panel_lock_count(arena, office, panel, &locked);
    if (status == OK && locked < panel->member_count)
        return fail(STATUS_REFUSED,
                    "nothing is changed before all have handed in their ratings");
    if (status == OK)
        status = interview_sheet_put(&sheet, guide, &change->rating, 0);
    return status == OK ? reason_check(change->reason) : status;
}

enum status panel_change_do(struct arena *arena, struct office *office,
                            const struct panel *panel, const struct keys *keys,
                            const struct interview_guide *guide,
                            struct interview_change *change, struct access_note note)
{
    struct interview_change *changes;
    size_t count = 0;
    enum status status = may_change(arena, office, panel, keys, guide, change);
    if (status == OK)
        status = panel_change_read(arena, office, panel, keys, &changes, &count);
    if (status != OK)
        return status;
    if (count == PANEL_CHANGES_MAX)
        return fail(STATUS_TOO_LARGE, "an interview has at most %d changed ratings",
                    PANEL_CHANGES_MAX);
    struct paper paper = panel_paper(panel, PANEL_CHANGE, name_of(arena, count));
    change->member = panel_own(panel, keys)->label;
    change->time_s = clock_now().unix_ms / 1000;
    const struct signed_paper kind = kind_of(panel);
    status = signed_paper_make(arena, &kind, keys, panel->readers, panel->reader_count,
                               change_write(arena, change), &paper.body);
    if (status != OK)
        return status;
    note.what = PANEL_CHANGE_DEED;
    note.about = panel_about_paper(arena, panel, &kind, paper.body);
    return access_log_do(office, &note, put, &paper);
}
