/* The archive with the terminals of the roll and the ends of results: whoever can write to
 * archive.db can add rows to it, but no terminal that the organization has not signed for, and
 * can put an older one back, but nobody home whose erasure it has signed. */
#include "app/desk/office/ends/ends_check.h"
#include "app/desk/office/trust/roll.h"

static enum status count_row(void *context, const struct enrolled_terminal *terminal)
{
    size_t *count = context;
    (void)terminal;
    (*count)++;
    return OK;
}

/* Folders of earlier versions: their results open, and it is said what cannot be known of them. */
static enum status unsigned_warn(struct office *office)
{
    size_t count = 0;
    const enum status status = enrolments_list(office->archive, count_row, &count);
    if (status == OK && count)
        office_tell(
            office, OFFICE_WARNING,
            "nothing here says that the organization signed for its terminals: "
            "whoever can write to this folder can make results. 'resonance terminal "
            "certify' signs what is here, once");
    return status;
}

static enum status terminals_take(struct office *office)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    if (status != OK)
        return status;
    if (roll->is_missing)
        return unsigned_warn(office);
    enrolments_certify(office->archive, roll->terminals, roll->terminal_count);
    return OK;
}

static void on_fault(void *context, struct span words, const char *mend)
{
    office_tell(context, OFFICE_WARNING, "%.*s; %s", SPAN_ARGS(words), mend);
}

static enum status ends_take(struct office *office)
{
    const enum status status = ends_certify(office, office->archive);
    return status == OK ? ends_check(office, on_fault, office) : status;
}

enum status office_archive(struct office *office, struct archive **out_archive)
{
    if (!office->archive) {
        enum status status = archive_open(
            &office->arena, office_path(office, "archive.db"), &office->archive);
        if (status == OK)
            status = terminals_take(office);
        if (status == OK)
            status = ends_take(office);
        if (status != OK) { /* nobody may have it as it lies there */
            archive_close(office->archive);
            office->archive = NULL;
            return status;
        }
    }
    *out_archive = office->archive;
    return OK;
}
