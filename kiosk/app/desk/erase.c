#include "app/desk/erase.h"

#include "app/common/handle.h"
#include "app/desk/opened.h"

#include <string.h>

static const char help[] =
    "resonance erase ID --ground GROUND --yes\n"
    "\n"
    "Removes the content of one result from this archive for ever. Its signed header "
    "stays, as\n"
    "proof that it existed; importing it again does not bring the content back. No key "
    "is\n"
    "needed. Reports that were written, and the sealed copies on the terminal and in "
    "bundles,\n"
    "are not touched: delete them, too.\n"
    "\n"
    "  --ground GROUND  why: asked (the person asked for it), retention (its time is "
    "over),\n"
    "                   order (an authority or a court), mistake\n"
    "  --yes            do it; without, only what would be erased is shown\n"
    "  --org DIR        the folder of the organization\n"
    "\n"
    "Example: resonance erase K7-Q2 --ground asked --yes\n"
    "Exit: 0 erased, 1 not erased, 2 used wrong.\n";

static int is_ground(const char *word)
{
    static const char *const grounds[] = {"asked", "retention", "order", "mistake"};
    for (size_t i = 0; word && i < sizeof grounds / sizeof *grounds; i++)
        if (strcmp(word, grounds[i]) == 0)
            return 1;
    return 0;
}

static enum status erase(struct duty *duty)
{
    const char *ground = options_text(&duty->options, "ground");
    unsigned char record_id[ENTRY_ID_BYTES];
    struct archive *archive;
    int64_t place;
    if (!is_ground(ground))
        return fail(STATUS_USAGE, "--ground is asked, retention, order or mistake");
    enum status status = office_archive(&duty->office, &archive);
    if (status == OK)
        status = result_find(duty->arena, archive, duty_word(duty, 0), record_id, &place);
    if (status != OK)
        return status;
    const struct span handle = handle_text(duty->arena, record_id);
    if (!has_option(&duty->options, "yes"))
        return fail(
            STATUS_REFUSED,
            "%.*s, number %lld in order of arrival, would be erased for ever; repeat "
            "with --yes",
            SPAN_ARGS(handle), (long long)place);
    status = archive_erase(archive, record_id);
    if (status == OK)
        buffer_format(
            &duty->out,
            "Erased %.*s (%s). Its signed header stays. Delete written reports and "
            "bundles that hold it, too.\n",
            SPAN_ARGS(handle), ground);
    return status;
}

static const struct task task = {"erase", help,          "ground= yes", 1,
                                 1,       OFFICE_CHANGE, erase};

int erase_command(int argc, char **argv)
{
    return task_run(&task, argc, argv);
}
