#include "app/terminal/printer_post.h"

#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"
#include "app/terminal/printer.h"
#include "setup/config.h"

enum {
    NUMBER = 1,
    WORDS_MAX_BYTES = 1024,
    PAGE_MAX_BYTES = PRINTER_POST_TEXT_MAX_BYTES + 2 * WORDS_MAX_BYTES
};

static bool is_of_this_version(struct wire *wire)
{
    const uint64_t version = wire_take_number(wire, UINT64_MAX);
    return version == keeper_message_version();
}

/* How printing went, as the process that does it has said. */
static enum status answer_read(struct span bytes)
{
    struct wire answer = {.rest = bytes};
    if (!is_of_this_version(&answer))
        return fail(STATUS_NO_DEVICE,
                    "printing: the process that prints is of another version of this "
                    "program than the screens: start the terminal again");
    const bool is_printed = wire_take_number(&answer, 1);
    const struct span sentence = wire_take_span(&answer, WORDS_MAX_BYTES);
    if (is_wire_taken(&answer) && is_printed)
        return OK;
    return fail(STATUS_NO_DEVICE, "%.*s", SPAN_ARGS(sentence));
}

enum status printer_post_send(int socket, struct arena *arena, struct span queue,
                              struct span text)
{
    struct buffer page = buffer_init(arena, PRINTER_POST_BYTES);
    uint32_t number = LINK_NOTICE;
    struct span answer;
    if (!socket)
        return printer_send(arena, queue, text);
    if (is_link_waiting(socket)) /* that it has ended since it was asked last */
        link_drain(socket);
    if (is_link_closed(socket) && link_again(socket) != OK)
        return fail(STATUS_NO_DEVICE, "printing: the process that prints has ended");
    wire_put_number(&page, keeper_message_version());
    wire_put_span(&page, queue);
    wire_put_span(&page, text);
    enum status status = link_send(socket, NUMBER, buffer_span(&page), SPAN(""));
    if (status == OK)
        status = link_receive(arena, socket, &number, &answer);
    if (status != OK || number == LINK_NOTICE)
        return fail(STATUS_NO_DEVICE, "printing: the process that prints has ended");
    return answer_read(answer);
}

/* Nothing further is read of screens of another version: they may ask for something else. */
static enum status page_print(struct arena *arena, struct span page)
{
    struct wire wire = {.rest = page};
    if (page.count > PAGE_MAX_BYTES)
        return fail(STATUS_BAD_INPUT, "printing: this is no page for a queue");
    if (!is_of_this_version(&wire))
        return fail(STATUS_UNSUPPORTED,
                    "printing: the screens are of another version of this program than "
                    "the process that prints: start the terminal again");
    const struct span queue = wire_take_span(&wire, WORDS_MAX_BYTES),
                      text = wire_take_span(&wire, PRINTER_POST_TEXT_MAX_BYTES);
    return is_wire_taken(&wire) && is_config_printer(queue)
               ? printer_send(arena, queue, text)
               : fail(STATUS_BAD_INPUT, "printing: this is no page for a queue");
}

enum status printer_post_serve(struct arena *arena, int socket)
{
    uint32_t number;
    struct span page;
    const struct arena_mark mark = arena_mark(arena);
    enum status status = link_receive(arena, socket, &number, &page);
    if (status != OK)
        return status;
    status = page_print(arena, page);
    arena_release(arena, mark); /* it may have taken all there is */
    struct buffer answer = buffer_init(arena, 2 * WORDS_MAX_BYTES);
    wire_put_number(&answer, keeper_message_version());
    wire_put_number(&answer, status == OK);
    wire_put_span(&answer, span_of(status == OK ? "" : status_last()));
    return link_send(socket, number, buffer_span(&answer), SPAN(""));
}
