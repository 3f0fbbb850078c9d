#include "app/desk/office/interview/panel.h"

#include "app/desk/office/interview/panel_sign.h"
#include "seal/age/age_unwrap.h"

#include <string.h>

static enum status read_paper(struct arena *arena, struct office *office,
                              const struct paper *paper, struct panel *out_panel)
{
    struct archive *archive;
    struct span bytes;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_get(arena, archive, paper, &bytes);
    if (status != OK)
        return status;
    const enum status read = panel_text_read(arena, paper->version, bytes, out_panel);
    if (read == OK && memcmp(out_panel->record_id, paper->record_id, CHAIN_ID_BYTES) != 0)
        return fail(STATUS_DAMAGED, "interview %lld lies beside another result",
                    (long long)paper->version);
    return read == OK ? panel_sign_check(arena, office, out_panel) : read;
}

static enum status papers_of(struct arena *arena, struct office *office,
                             struct paper **out_papers, size_t *out_count)
{
    struct archive *archive;
    const enum status status = office_archive(office, &archive);
    return status == OK
               ? papers_list(arena, archive, SPAN(PANEL_KIND), out_papers, out_count)
               : status;
}

enum status panel_find(struct arena *arena, struct office *office, int64_t number,
                       struct panel *out_panel)
{
    struct paper *papers;
    size_t count;
    const enum status status = papers_of(arena, office, &papers, &count);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (papers[i].version == number)
            return read_paper(arena, office, &papers[i], out_panel);
    return fail(STATUS_NOT_FOUND, "there is no interview %lld here", (long long)number);
}

enum status panel_list(struct arena *arena, struct office *office,
                       struct panel **out_panels, size_t *out_count)
{
    struct paper *papers;
    size_t count;
    enum status status = papers_of(arena, office, &papers, &count);
    if (status != OK)
        return status;
    struct panel *panels = arena_array(arena, struct panel, count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = read_paper(arena, office, &papers[i], &panels[i]);
    *out_panels = panels;
    *out_count = count;
    return status;
}

struct paper panel_paper(const struct panel *panel, const char *kind, struct span name)
{
    struct paper paper = {.kind = span_of(kind), .name = name, .version = panel->number};
    memcpy(paper.record_id, panel->record_id, CHAIN_ID_BYTES);
    return paper;
}

static bool has_key(const struct keys *keys, const struct age_recipient *recipient)
{
    for (size_t i = 0; i < keys->count; i++)
        if (memcmp(keys->identities[i].recipient.bytes, recipient->bytes,
                   AGE_RECIPIENT_BYTES) == 0)
            return true;
    return false;
}

const struct panel_member *panel_own(const struct panel *panel, const struct keys *keys)
{
    for (size_t i = 0; i < panel->member_count; i++)
        if (has_key(keys, &panel->members[i].recipient))
            return &panel->members[i];
    return NULL;
}

bool is_panel_reader(const struct panel *panel, const struct keys *keys)
{
    for (size_t i = 0; i < panel->reader_count; i++)
        if (has_key(keys, &panel->readers[i]))
            return true;
    return false;
}

enum status panel_guide(struct arena *arena, const struct panel *panel,
                        const struct keys *keys, struct interview_guide *out_guide)
{
    struct span bytes;
    const enum status status =
        age_unwrap(arena, keys->identities, keys->count, INTERVIEW_GUIDE_BYTES_MAX,
                   panel->guide, &bytes);
    if (status == STATUS_WRONG_KEY)
        return fail(STATUS_REFUSED,
                    "interview %lld was not given to you: its guide is sealed to those "
                    "who ask, and to the recruiters of the vacancy",
                    (long long)panel->number);
    return status == OK ? interview_guide_read(arena, bytes, out_guide) : status;
}

struct span panel_about(struct arena *arena, const struct panel *panel, struct span words)
{
    return span_format(arena, "interview %lld of %.*s, %.*s", (long long)panel->number,
                       SPAN_ARGS(panel->reference), SPAN_ARGS(words));
}

struct span panel_about_paper(struct arena *arena, const struct panel *panel,
                              const struct signed_paper *kind, struct span body)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    signed_paper_hash(kind, body, hash);
    return panel_about(arena, panel, span_hex(arena, hash, sizeof hash));
}
