#include "app/desk/reports.h"

#include "app/desk/opened.h"
#include "base/file.h"
#include "report/report.h"
#include "store/terminals.h"

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
    char text[2 * SEAL_HASH_BYTES + 1];
    office_hex(bytes, SEAL_HASH_BYTES, text);
    return span_copy(arena, span_of(text));
}

static enum status facts_of(struct opener *opener, const struct opened *opened,
                            const struct record *record, struct report_facts *out_facts)
{
    struct arena *arena = &opener->arena;
    const struct envelope *envelope = &opened->envelope;
    struct terminal terminal = {0};
    char receipt[ENVELOPE_RECEIPT_BYTES];
    struct span again = {0};
    enum status status = terminals_get(arena, opener->archive, envelope->device_id,
                                       envelope->epoch, &terminal);
    if (status == OK)
        status = scorecard_again(arena, record, &again);
    if (status != OK)
        return status;
    envelope_receipt(opened->entry_hash, receipt);
    *out_facts = (struct report_facts){
        .handle = opened->handle,
        .organization = record->provenance.organization,
        .vacancy_title = record->basis ? record->basis->title : SPAN(""),
        .invite = record->sitting->start.invite,
        .arrival = opened->place,
        .sealed_unix_ms = (int64_t)envelope->time_s * 1000,
        .device_label = terminal.label,
        .receipt = span_copy(arena, span_of(receipt)),
        .form_hash = hex_of(arena, envelope->form_hash),
        .keyset_hash = hex_of(arena, envelope->keyset_hash),
        .software_hash = hex_of(arena, envelope->software_hash),
        .is_verified = 1, /* opener_read refuses what is not */
        .is_same_again = is_span_equal(again, record->scorecard_bytes),
    };
    return OK;
}

static enum status person_open(struct duty *duty, struct opener *opener,
                               struct opened *out_opened, struct record **out_record)
{
    enum status status = opener_open(duty, 1, opener);
    if (status == OK)
        status = opener_find(opener, duty_word(duty, 0), out_opened, out_record);
    if (status == OK && (*out_record)->sitting->start.role != ROLE_CANDIDATE)
        return fail(STATUS_REFUSED,
                    "%.*s is from a colleague who described the organization; such "
                    "answers are never shown alone (see 'resonance profile status')",
                    SPAN_ARGS(out_opened->handle));
    return status;
}

static enum status write_out(struct duty *duty, struct span text)
{
    const char *path = options_text(&duty->options, "out");
    if (!path)
        return duty_put(duty, text);
    const enum status status = file_write(path, text, 0600);
    if (status == OK)
        buffer_format(&duty->out, "Wrote %s.\n", path);
    return status;
}

static enum status person_report(struct duty *duty, report_format *format)
{
    scoped_opener opener = {0};
    struct opened opened;
    struct record *record;
    struct report_facts facts;
    enum status status = person_open(duty, &opener, &opened, &record);
    if (status == OK)
        status = facts_of(&opener, &opened, record, &facts);
    return status == OK ? write_out(duty, format(&opener.arena, record, &facts)) : status;
}

static enum status report(struct duty *duty)
{
    static const struct {
        const char *name;
        report_format *format;
    } formats[] = {{"txt", report_text}, {"html", report_html}, {"json", report_json}};
    const char *wish = options_text(&duty->options, "format");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(wish ? wish : "txt", formats[i].name) == 0)
            return person_report(duty, formats[i].format);
    return fail(STATUS_USAGE, "--format is html, json or txt");
}

static enum status show(struct duty *duty)
{
    return person_report(duty,
                         has_option(&duty->options, "json") ? report_json : report_text);
}

static const struct task report_task = {
    "report", help_report, "format= out= key= identity=", 1, 1, OFFICE_READ, report};
static const struct task show_task = {"show",      help_show, "json key= identity=", 1, 1,
                                      OFFICE_READ, show};

int reports_command(int argc, char **argv)
{
    return task_run(&report_task, argc, argv);
}

int reports_show_command(int argc, char **argv)
{
    return task_run(&show_task, argc, argv);
}
