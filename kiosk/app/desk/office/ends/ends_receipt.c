#include "app/desk/office/ends/ends_receipt.h"

#include "app/common/handle.h"
#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/keys.h"
#include "app/desk/office/trust/organization_key.h"
#include "base/clock.h"
#include "report/page/page.h"
#include "seal/envelope.h"

static struct span day(struct office *office, int64_t unix_s)
{
    return clock_date(&office->arena, unix_s * 1000);
}

/* The receipt is the one that the person saw at the end of the sitting: so they know it is
 * theirs. */
static enum status facts_add(struct office *office, const struct end *end,
                             struct page_block *facts)
{
    char receipt[ENVELOPE_RECEIPT_BYTES];
    struct archive *archive;
    struct entry entry;
    struct header header;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = archive_get(&office->arena, archive, end->id, &entry);
    if (status == OK)
        status =
            header_read((struct span){(const char *)entry.header, HEADER_BYTES}, &header);
    if (status != OK)
        return status;
    envelope_receipt(entry.entry_hash, receipt);
    page_pair(facts, SPAN("Organization:"), office->organization->name);
    page_pair(facts, SPAN("Contact:"), office->organization->contact);
    page_pair(facts, SPAN("Reference:"), handle_text(&office->arena, end->id));
    page_pair(facts, SPAN("Receipt of your session:"),
              span_copy(&office->arena, span_of(receipt)));
    page_pair(facts, SPAN("Answered on:"), day(office, (int64_t)header.time_s));
    return OK;
}

static void erased_add(struct office *office, const struct end *end,
                       struct page_section *section, struct page_block *facts)
{
    page_pair(facts, SPAN("Why:"), span_of(ends_format_sentences[end->ground]));
    page_pair(facts, SPAN("Asked or due on:"), day(office, end->erased.day_s));
    page_pair(facts, SPAN("Erased on:"), day(office, end->erased.unix_s));
    page_pair(facts, SPAN("Erased by:"), end->erased.by);
    page_pair(
        facts, SPAN("Signed row:"),
        span_format(&office->arena, "%llu", (unsigned long long)end->erased.number));
    page_add_text(
        section,
        SPAN("Your answers were removed from the archive of the organization, with the "
             "scores that were computed from them. What stays there is a signed entry "
             "without answers and without a name, the row of this erasure, and rows that "
             "say what was done, without what was read. Averages of many people that "
             "were made before stay as they are."));
    page_add_text(
        section,
        SPAN(
            "The device on which you answered erases its sealed copy when it gets its "
            "next settings. Backups from before that day hold your answers, sealed, "
            "until the organization deletes them; ask when that is done. A result from "
            "an older archive alone is kept out by the signed row. When the whole folder "
            "is put back to before that row, this paper with its .minisig shows it: "
            "‘resonance audit compare’ at the organization says so."));
}

static void restricted_add(struct office *office, const struct end *end,
                           struct page_section *section, struct page_block *facts)
{
    page_pair(facts, SPAN("You asked on:"), day(office, end->restricted.day_s));
    page_pair(facts, SPAN("Locked away on:"), day(office, end->restricted.unix_s));
    page_pair(facts, SPAN("By:"), end->restricted.by);
    page_pair(facts, SPAN("Why they are kept:"), end->held.why);
    page_pair(
        facts, SPAN("Signed row:"),
        span_format(&office->arena, "%llu", (unsigned long long)end->restricted.number));
    page_add_text(
        section,
        SPAN("The organization has a duty to keep your answers for now, so it cannot "
             "erase them yet. Until that duty ends they are locked away: no recruiter's "
             "key opens them any more, only a recovery key that lies in a safe. They are "
             "used for nothing else, and are erased when the duty ends."));
    page_add_text(section, SPAN("You may complain to the data protection authority."));
}

static enum status page_make(struct office *office, const struct end *end,
                             const char *file_name, struct page *out_page)
{
    struct arena *arena = &office->arena;
    const bool is_erased = end->erased.number != 0;
    struct page page =
        page_init(arena,
                  is_erased ? SPAN("Your answers were erased")
                            : SPAN("Your answers are locked away"),
                  span_format(arena, "%.*s · %.*s", SPAN_ARGS(office->organization->name),
                              SPAN_ARGS(handle_text(arena, end->id))));
    struct page_block *facts = page_add_facts(&page.head);
    struct span public;
    enum status status = facts_add(office, end, facts);
    if (status == OK)
        status = organization_key_text(office, &public);
    if (status != OK)
        return status;
    (is_erased ? erased_add : restricted_add)(office, end, &page.head, facts);
    page_add_exact(
        &page.head,
        SPAN("To check that the organization signed this: take this file, the "
             "one that is called the same and ends in .minisig, and "
             "organization.pub, and type"),
        span_format(arena, "minisign -V -m %s -p organization.pub", file_name));
    page_add_exact(&page.head,
                   SPAN("The key of the organization has the words that its contact "
                        "tells you when you ask:"),
                   keys_words(arena, public));
    *out_page = page;
    return OK;
}

enum status ends_receipt_make(struct office *office, const struct end *end,
                              const struct minisign_key *key, const char *file_name,
                              struct ends_receipt *out_receipt)
{
    struct page page;
    struct span public;
    struct anchor anchor;
    int64_t configuration = 0;
    enum status status = organization_key_same(office, key, &public);
    if (status == OK)
        status = page_make(office, end, file_name, &page);
    if (status == OK)
        status = office_sequence(office, &configuration);
    if (status == OK)
        status = anchor_take(office, configuration, &anchor);
    if (status != OK)
        return status;
    out_receipt->text = page_plain(&office->arena, &page);
    return minisign_sign(&office->arena, key,
                         span_format(&office->arena, "resonance receipt %.*s %.*s",
                                     SPAN_ARGS(handle_text(&office->arena, end->id)),
                                     SPAN_ARGS(anchor_line(office, &anchor, key))),
                         out_receipt->text, &out_receipt->signature);
}
