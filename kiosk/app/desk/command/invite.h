/* invite: access codes. The command `resonance invite VACANCY`, and the making of codes that
 * `resonance profile collect` shares. */
#ifndef APP_DESK_COMMAND_INVITE_H
#define APP_DESK_COMMAND_INVITE_H

#include "app/desk/command/command.h"

/* invite_make(command, role, vacancy, title, count):
 * Makes `count` codes of `role`, keeps only their tags in invitations.json, and shows the codes,
 * once, as cards for "`title`", or plainly with --plain. `vacancy` is the id, empty for raters. The
 * codes are durable before they are shown. */
must_check enum status invite_make(struct command *command, enum role role,
                                   struct span vacancy, struct span title, size_t count);

/* invite_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns
 * the exit code. */
int invite_command(int argc, char **argv);

#endif
