/* resonance: the desk's program: its commands, typed. The desk in the browser starts it again,
 * under another name, for each person who unlocks; so does what holds keys for typed commands. */
#include "app/desk/agent/agent.h"
#include "app/desk/agent/contract.h"
#include "app/desk/agent/holder/holder.h"
#include "app/desk/command/command.h"

#include <string.h>

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[0], CONTRACT_AGENT_NAME) == 0)
        return agent_run(argv[1], argv[2]);
    if (argc == 2 && strcmp(argv[0], HOLDER_NAME) == 0)
        return holder_run(argv[1]);
    return command_run(argc - 1, argv + 1);
}
