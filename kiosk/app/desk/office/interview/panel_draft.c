#include "app/desk/office/interview/panel_draft.h"

#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/office/interview/panel_lock.h"

static const char draft_deed[] = "rated";

static struct signed_paper kind_of(const struct panel *panel)
{
    return (struct signed_paper){"hf-draft-v1", panel->digest};
}

enum status panel_draft_need(const struct panel *panel, const struct keys *keys,
                             const struct panel_member **out_member)
{
    const struct panel_member *member = panel_own(panel, keys);
    if (!member)
        return fail(STATUS_REFUSED,
                    "you do not ask in interview %lld; only its interviewers rate, each "
                    "with their own key",
                    (long long)panel->number);
    *out_member = member;
    return OK;
}

/* Whether the last draft of a member that the log knows is the one that is here. */
struct comparing {
    struct span front, about, label;
    bool is_last;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct comparing *comparing = context;
    if (is_span(deed->what, draft_deed) && is_span_equal(deed->who, comparing->label) &&
        is_span_equal(span_cut(deed->about, 0, comparing->front.count), comparing->front))
        comparing->is_last = is_span_equal(deed->about, comparing->about);
    return OK;
}

static enum status draft_check(struct arena *arena, struct office *office,
                               const struct panel *panel,
                               const struct panel_member *member, struct span body)
{
    struct access_log log = {0};
    const struct signed_paper kind = kind_of(panel);
    struct comparing comparing = {.front = panel_about(arena, panel, SPAN("")),
                                  .about = panel_about_paper(arena, panel, &kind, body),
                                  .label = member->label};
    enum status status = signed_paper_check(&kind, member->verify_key, body);
    if (status == OK)
        status = access_log_read(office, on_deed, &comparing, &log);
    if (status == STATUS_FORGED || (status == OK && !comparing.is_last))
        return fail(
            STATUS_FORGED,
            "what you have rated in interview %lld is not what you rated last: it "
            "was exchanged. Put archive.db back from the newest copy",
            (long long)panel->number);
    return status;
}

enum status panel_draft_get(struct arena *arena, struct office *office,
                            const struct panel *panel, const struct keys *keys,
                            struct interview_sheet *out_sheet)
{
    struct archive *archive;
    struct span sealed, bytes;
    const struct panel_member *member;
    enum status status = panel_draft_need(panel, keys, &member);
    if (status == OK)
        status = office_archive(office, &archive);
    if (status != OK)
        return status;
    const struct paper paper = panel_paper(panel, PANEL_DRAFT, member->label);
    status = papers_get(arena, archive, &paper, &sealed);
    if (status == OK && !sealed.count) {
        *out_sheet = interview_sheet_new(arena, member->label);
        return OK;
    }
    if (status == OK)
        status = draft_check(arena, office, panel, member, sealed);
    if (status == OK)
        status =
            signed_paper_open(arena, keys, INTERVIEW_SHEET_BYTES_MAX, sealed, &bytes);
    return status == OK ? interview_sheet_read(arena, bytes, out_sheet) : status;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_replace(archive, context);
}

enum status panel_draft_put(struct arena *arena, struct office *office,
                            const struct panel *panel, const struct keys *keys,
                            const struct interview_sheet *sheet, struct access_note note)
{
    const struct panel_member *member;
    const struct signed_paper kind = kind_of(panel);
    struct span body;
    bool is_locked = false;
    enum status status = panel_draft_need(panel, keys, &member);
    if (status == OK)
        status = panel_drop_need(arena, office, panel);
    if (status == OK)
        status = panel_lock_is_there(arena, office, panel, member->label, &is_locked);
    if (status == OK && is_locked)
        return fail(STATUS_REFUSED,
                    "your ratings in interview %lld are handed in; when all are, a "
                    "change is made with its reason",
                    (long long)panel->number);
    if (status == OK)
        status = signed_paper_make(arena, &kind, keys, &member->recipient, 1,
                                   interview_sheet_write(arena, sheet), &body);
    if (status != OK)
        return status;
    struct paper paper = panel_paper(panel, PANEL_DRAFT, member->label);
    paper.body = body;
    note.what = draft_deed;
    note.about = panel_about_paper(arena, panel, &kind, body);
    return access_log_do(office, &note, put, &paper);
}
