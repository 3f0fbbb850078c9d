#include "app/desk/command/results/report.h"

#include "app/desk/office/result.h"
#include "base/file.h"
#include "report/report.h"
#include "store/enrolments.h"

#include <string.h>

static const char help_report[] =
    "resonance report ID --format html|json|txt [--out FILE]\n"
    "\n"
    "Opens one result and writes its report. The file is readable by you alone; what is "
    "in\n"
    "it is personal: send it to nobody who does not decide on this vacancy.\n"
    "\n"
    "  --format html|json|txt  a page to print, data, or plain text (txt)\n"
    "  --out FILE              where it goes; without it, to standard output\n"
    "  --key LABEL, --identity FILE, --passphrase-fd N, --org DIR: see 'resonance list "
    "--help'\n"
    "\n"
    "Example: resonance report K7-Q2 --format html --out K7-Q2.html\n"
    "Exit: 0 written, 1 not written, 2 used wrong.\n";

static const char help_show[] =
    "resonance show ID [--json]\n"
    "\n"
    "Shows one result as plain text. Options as in 'resonance report'.\n"
    "\n"
    "Example: resonance show K7-Q2\n"
    "Exit: 0 shown, 1 not shown, 2 used wrong.\n";

typedef struct span report_format(struct arena *arena, const struct record *record,
                                  const struct report_facts *facts);

static struct span hex_of(struct arena *arena, const unsigned char *bytes)
{
    char text[2 * CHAIN_HASH_BYTES + 1];
    office_hex(bytes, CHAIN_HASH_BYTES, text);
    return span_copy(arena, span_of(text));
}

static enum status facts_of(struct result_reader *reader, const struct result *opened,
                            const struct record *record, struct report_facts *out_facts)
{
    struct arena *arena = &reader->arena;
    const struct header *header = &opened->header;
    struct enrolled_terminal terminal = {0};
    char receipt[ENVELOPE_RECEIPT_BYTES];
    struct span again = {0};
    enum status status = enrolments_get(arena, reader->archive, header->device_id,
                                        header->epoch, &terminal);
    if (status == OK)
        status = record_rescore(arena, record, &again);
    if (status != OK)
        return status;
    envelope_receipt(opened->entry_hash, receipt);
    *out_facts = (struct report_facts){
        .handle = opened->handle,
        .organization = record->provenance.organization,
        .vacancy_title = record->basis ? record->basis->title : SPAN(""),
        .invite = record->sitting->start.invite,
        .arrival = opened->place,
        .sealed_unix_ms = (int64_t)header->time_s * 1000,
        .device_label = terminal.label,
        .receipt = span_copy(arena, span_of(receipt)),
        .form_hash = hex_of(arena, header->form_hash),
        .keyset_hash = hex_of(arena, header->keyset_hash),
        .software_hash = hex_of(arena, header->software_hash),
        .is_verified = true, /* result_reader_read refuses what is not */
        .is_same_again = is_span_equal(again, record->scorecard_bytes),
    };
    return OK;
}

static enum status person_open(struct command *command, struct result_reader *reader,
                               struct result *out_opened, struct record **out_record)
{
    enum status status = result_reader_open(command, 1, reader);
    if (status == OK)
        status =
            result_reader_find(reader, command_word(command, 0), out_opened, out_record);
    if (status == OK && (*out_record)->sitting->start.role != ROLE_CANDIDATE)
        return fail(STATUS_REFUSED,
                    "%.*s is from a colleague who described the organization; such "
                    "answers are never shown alone (see 'resonance profile status')",
                    SPAN_ARGS(out_opened->handle));
    return status;
}

static enum status write_out(struct command *command, struct span text)
{
    const char *path = options_text(&command->options, "out");
    if (!path)
        return command_put(command, text);
    const enum status status = file_write(path, text, 0600);
    if (status == OK)
        buffer_format(&command->out, "Wrote %s.\n", path);
    return status;
}

static enum status person_report(struct command *command, report_format *format)
{
    scoped_opener reader = {0};
    struct result opened;
    struct record *record;
    struct report_facts facts;
    enum status status = person_open(command, &reader, &opened, &record);
    if (status == OK)
        status = facts_of(&reader, &opened, record, &facts);
    return status == OK ? write_out(command, format(&reader.arena, record, &facts))
                        : status;
}

static enum status report(struct command *command)
{
    static const struct {
        const char *name;
        report_format *format;
    } formats[] = {{"txt", report_text}, {"html", report_html}, {"json", report_json}};
    const char *wish = options_text(&command->options, "format");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(wish ? wish : "txt", formats[i].name) == 0)
            return person_report(command, formats[i].format);
    return fail(STATUS_USAGE, "--format is html, json or txt");
}

static enum status show(struct command *command)
{
    return person_report(command, has_option(&command->options, "json") ? report_json
                                                                        : report_text);
}

static const struct command_row report_task = {
    "report", help_report, "format= out= key= identity=", 1, 1, OFFICE_READ, report};
static const struct command_row show_task = {
    "show", help_show, "json key= identity=", 1, 1, OFFICE_READ, show};

int reports_command(int argc, char **argv)
{
    return command_run(&report_task, argc, argv);
}

int reports_show_command(int argc, char **argv)
{
    return command_run(&show_task, argc, argv);
}
