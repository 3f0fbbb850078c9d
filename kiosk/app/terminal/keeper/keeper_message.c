#include "app/terminal/keeper/keeper_message.h"

#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"

_Static_assert((int)KEEPER_ROW_MAX_BYTES + (int)KEEPER_SMALL_BYTES <= (int)LINK_MAX_BYTES,
               "a row fits into a message");
_Static_assert((int)KEEPER_PAYLOAD_MAX_BYTES + (int)KEEPER_SMALL_BYTES <=
                   (int)LINK_MAX_BYTES,
               "a sealed record fits into a message");

uint64_t keeper_message_version(void)
{
    return UINT64_C(0x52734b7000000000) + KEEPER_MESSAGES_VERSION; /* "RsKp" */
}

struct buffer keeper_message_begin(struct arena *arena, enum keeper_message kind)
{
    struct buffer request = buffer_init(arena, KEEPER_SMALL_BYTES);
    wire_put_number(&request, keeper_message_version());
    wire_put_number(&request, (uint64_t)kind);
    return request;
}
