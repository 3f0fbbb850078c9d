#include "app/desk/office/interview/panel_draft.h"

#include "app/desk/office/interview/panel_lock.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

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
        status = age_unwrap(arena, keys->identities, keys->count,
                            INTERVIEW_SHEET_BYTES_MAX, sealed, &bytes);
    return status == OK ? interview_sheet_read(arena, bytes, out_sheet) : status;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_replace(archive, context);
}

enum status panel_draft_put(struct arena *arena, struct office *office,
                            const struct panel *panel, const struct panel_member *member,
                            const struct interview_sheet *sheet, struct access_note note)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    struct paper paper = panel_paper(panel, PANEL_DRAFT, member->label);
    bool is_locked = false;
    enum status status =
        panel_lock_is_there(arena, office, panel, member->label, &is_locked);
    if (status == OK && is_locked)
        return fail(STATUS_REFUSED,
                    "your ratings in interview %lld are locked; when all have locked, a "
                    "change is made with its reason",
                    (long long)panel->number);
    if (status == OK)
        status = age_wrap(arena, &member->recipient, 1,
                          interview_sheet_write(arena, sheet), &paper.body);
    if (status != OK)
        return status;
    seal_hash("hf-draft-v1", paper.body, hash);
    note.what = "rated";
    note.about = panel_about(arena, panel, span_hex(arena, hash, sizeof hash));
    return access_log_do(office, &note, put, &paper);
}
