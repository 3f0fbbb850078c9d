#include "app/desk/office/interview/ended/panel_drop.h"

#include "app/desk/office/staff/staff.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/text/shown_text.h"
#include "base/utf8.h"

enum { DROP_BYTES_MAX = 16 * 1024, SCRATCH_BYTES = 256 * 1024 };

static struct signed_paper kind_of(const struct panel *panel)
{
    return (struct signed_paper){"hf-drop-v1", panel->digest};
}

static enum status body_get(struct arena *arena, struct office *office,
                            const struct panel *panel, struct span *out_body)
{
    struct archive *archive;
    const struct paper paper = panel_paper(panel, PANEL_DROP, SPAN(""));
    const enum status status = office_archive(office, &archive);
    return status == OK ? papers_get(arena, archive, &paper, out_body) : status;
}

enum status panel_drop_is_there(struct arena *arena, struct office *office,
                                const struct panel *panel, bool *out_is_there)
{
    struct span body = {0};
    const enum status status = body_get(arena, office, panel, &body);
    *out_is_there = status == OK && body.count;
    return status;
}

/* --- what the log says beside what is there --- */

struct looking {
    struct arena *arena;
    size_t count;
    struct span *fronts, *abouts; /* of each panel; an empty about: there is no paper */
    bool *is_noted;               /* the log tells of an end of it */
    struct panel_drop *drops;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct looking *looking = context;
    if (!is_span(deed->what, PANEL_DROP_DEED))
        return OK;
    for (size_t i = 0; i < looking->count; i++) {
        const struct span front = looking->fronts[i];
        if (!is_span_equal(span_cut(deed->about, 0, front.count), front))
            continue;
        looking->is_noted[i] = true;
        if (is_span_equal(deed->about, looking->abouts[i]))
            looking->drops[i] = (struct panel_drop){
                .time_s = deed->time_s, .who = span_copy(looking->arena, deed->who)};
    }
    return OK;
}

static bool is_by(const struct staff *staff, const struct panel *panel, struct span who,
                  struct span body)
{
    const struct signed_paper kind = kind_of(panel);
    const struct staff_person *at = NULL;
    while ((at = staff_next_signed(staff, who, STAFF_ROLE_BIT(STAFF_RECRUITER), at)))
        if (signed_paper_check(&kind, at->verify_key, body) == OK)
            return true;
    return false;
}

static enum status one_check(struct office *office, const struct panel *panel,
                             const struct panel_drop *drop, struct span body,
                             bool is_noted)
{
    const struct staff *staff;
    const enum status status = staff_read(office, &staff);
    if (status != OK)
        return status;
    if (!body.count && !is_noted)
        return OK;
    return drop->time_s && is_by(staff, panel, drop->who, body)
               ? OK
               : fail(STATUS_FORGED,
                      "whether interview %lld was ended is not as the log knows it: the "
                      "paper was exchanged or taken away. Put archive.db back from the "
                      "newest copy",
                      (long long)panel->number);
}

enum status panel_drop_find(struct arena *arena, struct office *office,
                            const struct panel *panels, size_t count,
                            struct panel_drop *out_drops)
{
    struct access_log log = {0};
    struct span *bodies = arena_array(arena, struct span, count);
    struct looking looking = {.arena = arena,
                              .count = count,
                              .fronts = arena_array(arena, struct span, count),
                              .abouts = arena_array(arena, struct span, count),
                              .is_noted = arena_array(arena, bool, count),
                              .drops = out_drops};
    enum status status = OK;
    for (size_t i = 0; i < count && status == OK; i++) {
        const struct signed_paper kind = kind_of(&panels[i]);
        out_drops[i] = (struct panel_drop){0};
        looking.fronts[i] = panel_about(arena, &panels[i], SPAN(""));
        status = body_get(arena, office, &panels[i], &bodies[i]);
        if (status == OK && bodies[i].count)
            looking.abouts[i] = panel_about_paper(arena, &panels[i], &kind, bodies[i]);
    }
    if (status == OK)
        status = access_log_read(office, on_deed, &looking, &log);
    for (size_t i = 0; i < count && status == OK; i++)
        status =
            one_check(office, &panels[i], &out_drops[i], bodies[i], looking.is_noted[i]);
    return status;
}

enum status panel_drop_need(struct arena *arena, struct office *office,
                            const struct panel *panel)
{
    struct panel_drop drop;
    const enum status status = panel_drop_find(arena, office, panel, 1, &drop);
    return status == OK && drop.time_s
               ? fail(STATUS_REFUSED,
                      "interview %lld was ended on %.*s by %.*s: nothing is rated, "
                      "handed in or read in it any more",
                      (long long)panel->number,
                      SPAN_ARGS(clock_date(arena, drop.time_s * 1000)),
                      SPAN_ARGS(drop.who))
               : status;
}

/* --- the paper --- */

static struct span drop_write(struct arena *arena, struct span reason)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "interview_drop", 1);
    canonical_text(&c, "reason", reason);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static enum status drop_take(struct arena *arena, struct span bytes,
                             struct span *out_reason)
{
    struct canonical_take take = {
        .arena = arena, .document = "end of an interview", .bad = STATUS_DAMAGED};
    struct arena scratch;
    const enum status status = arena_init_guarded(&scratch, SCRATCH_BYTES, NULL);
    if (status != OK)
        return status;
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    canonical_take_whole(&take, root, "interview_drop", 1, 1);
    const struct span reason = canonical_take_text(&take, root, "reason");
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, drop_write(arena, reason));
    if (take.status == OK)
        *out_reason = reason;
    return take.status;
}

enum status panel_drop_reason(struct arena *arena, struct office *office,
                              const struct panel *panel, const struct keys *keys,
                              struct span *out_reason)
{
    struct span body, plain;
    enum status status = body_get(arena, office, panel, &body);
    if (status == OK && !body.count)
        return fail(STATUS_NOT_FOUND, "interview %lld was not ended",
                    (long long)panel->number);
    if (status == OK)
        status = signed_paper_open(arena, keys, DROP_BYTES_MAX, body, &plain);
    return status == OK ? drop_take(arena, plain, out_reason) : status;
}

static enum status reason_check(struct span reason)
{
    if (reason.count < PANEL_DROP_REASON_LEAST ||
        utf8_count(reason) > PANEL_DROP_REASON_MAX)
        return fail(STATUS_BAD_INPUT,
                    "say why this interview does not come, in %d to %d characters",
                    PANEL_DROP_REASON_LEAST, PANEL_DROP_REASON_MAX);
    return shown_text_check("reason", reason);
}

static enum status put(void *context, struct archive *archive)
{
    return papers_put(archive, context);
}

enum status panel_drop_do(struct arena *arena, struct office *office,
                          const struct panel *panel, const struct keys *keys,
                          struct span reason, struct access_note note)
{
    const struct signed_paper kind = kind_of(panel);
    struct panel_drop before;
    enum status status = reason_check(span_trim(reason));
    if (status == OK)
        status = panel_drop_find(arena, office, panel, 1, &before);
    if (status == OK && before.time_s)
        return fail(STATUS_EXISTS, "interview %lld was ended before",
                    (long long)panel->number);
    struct paper paper = panel_paper(panel, PANEL_DROP, SPAN(""));
    if (status == OK)
        status =
            signed_paper_make(arena, &kind, keys, panel->readers, panel->reader_count,
                              drop_write(arena, span_trim(reason)), &paper.body);
    if (status != OK)
        return status;
    note.what = PANEL_DROP_DEED;
    note.about = panel_about_paper(arena, panel, &kind, paper.body);
    return access_log_do(office, &note, put, &paper);
}
