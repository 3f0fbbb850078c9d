#include "app/desk/command/results/erase.h"

#include "app/common/handle.h"
#include "app/desk/office/result.h"

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

static bool is_ground(const char *word)
{
    static const char *const grounds[] = {"asked", "retention", "order", "mistake"};
    for (size_t i = 0; word && i < sizeof grounds / sizeof *grounds; i++)
        if (strcmp(word, grounds[i]) == 0)
            return true;
    return false;
}

static enum status erase(struct command *command)
{
    const char *ground = options_text(&command->options, "ground");
    unsigned char record_id[CHAIN_ID_BYTES];
    struct archive *archive;
    int64_t place;
    if (!is_ground(ground))
        return fail(STATUS_USAGE, "--ground is asked, retention, order or mistake");
    enum status status = office_archive(&command->office, &archive);
    if (status == OK)
        status = result_find(command->arena, archive, command_word(command, 0), record_id,
                             &place);
    if (status != OK)
        return status;
    const struct span handle = handle_text(command->arena, record_id);
    if (!has_option(&command->options, "yes"))
        return fail(
            STATUS_REFUSED,
            "%.*s, number %lld in order of arrival, would be erased for ever; repeat "
            "with --yes",
            SPAN_ARGS(handle), (long long)place);
    status = archive_erase(archive, record_id);
    if (status == OK)
        buffer_format(
            &command->out,
            "Erased %.*s (%s). Its signed header stays. Delete written reports and "
            "bundles that hold it, too.\n",
            SPAN_ARGS(handle), ground);
    return status;
}

static const struct command_row task = {"erase", help,          "ground= yes", 1,
                                        1,       OFFICE_CHANGE, erase};

int erase_command(int argc, char **argv)
{
    return command_run(&task, argc, argv);
}
