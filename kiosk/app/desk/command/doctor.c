#include "app/desk/command/doctor.h"

#include "app/desk/office/findings.h"

static const char help[] =
    "resonance doctor [--json]\n"
    "\n"
    "Examines the folder of the organization: keys, set of keys, assessment, codes,\n"
    "vacancies, and every signature and link in the archive. Each finding says how to "
    "mend\n"
    "it. Nothing is opened and nothing is changed.\n"
    "\n"
    "  --json     for programs\n"
    "  --org DIR  the folder of the organization\n"
    "\n"
    "Example: resonance doctor --org acme\n"
    "Exit: 0 nothing is wrong, 1 something is wrong, 2 used wrong.\n";

static enum status doctor(struct command *command)
{
    struct findings *findings = arena_new(command->arena, struct findings);
    findings->command = command;
    if (!can_seal_lock())
        findings_add(findings, FINDING_NOTE, "memory",
                     "raise the limit of locked memory ('ulimit -l')",
                     "the system does not let this program keep secrets out of swap");
    findings_keys(findings);
    findings_assessment(findings);
    findings_documents(findings);
    findings_archive(findings);
    findings_show(findings);
    return findings->wrong_count
               ? fail(STATUS_DAMAGED, "what is wrong is named above: %zu",
                      findings->wrong_count)
               : OK;
}

static const struct command_row task = {"doctor", help,        "json", 0,
                                        0,        OFFICE_READ, doctor};

int doctor_command(int argc, char **argv)
{
    return command_run(&task, argc, argv);
}
