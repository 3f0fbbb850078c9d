/* Any bytes as a message to a keeper, and as its answer to each question: both ends take it or
 * refuse it, and go on. The first byte says which end it is, which question, and, by its highest
 * bit, whether the version that each message begins with is part of the input: else most would be
 * refused for that. */
#include "app/terminal/keeper/keeper_ask.h"
#include "app/terminal/keeper/keeper_message.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/keeper/wire.h"
#include "base/must.h"
#include "memory_folder.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct keeper keeper;
static struct config config;
static struct terminal_config terminal;
static struct manifest manifest;
static struct keyset keyset;
static struct config_received received;
static struct invitations invitations = {.operations = 1, .memory_bytes = 8192};
static struct arena service;
static char
    answer[64 * 1024]; /* the other end may still look at it when an input is over */
static size_t answer_count;
static int ends[2];

/* Answers every question with the bytes of this input. */
static void *answer_all(void *unused)
{
    struct arena arena;
    uint32_t number;
    struct span question;
    arena_init(&arena, 8 << 20);
    while (link_receive(&arena, ends[1], &number, &question) == OK) {
        must(link_send(ends[1], number, (struct span){answer, answer_count}, SPAN("")) ==
             OK);
        arena_reset(&arena);
    }
    return unused;
}

static void begin(void)
{
    static char folder[MEMORY_FOLDER_BYTES];
    pthread_t other;
    must(memory_folder_open("fuzz-keeper", folder) && seal_start() == OK &&
         link_open(ends) == OK);
    config = (struct config){.terminal = &terminal,
                             .manifest = &manifest,
                             .keyset = &keyset,
                             .received = &received,
                             .invitations = &invitations};
    must(keeper_open((struct keeper_folders){.config = folder, .data = folder},
                     &keeper) == OK);
    keeper.config = &config;
    must(pthread_create(&other, NULL, answer_all, NULL) == 0);
}

static void serve(struct span bytes)
{
    const struct span reply = keeper_serve(&keeper, &service, bytes);
    must(reply.count >= 16 && reply.count <= LINK_MAX_BYTES);
    keeper.config = &config; /* OPEN forgets it */
}

static void touch_rows(const struct keeper_draft_page *page)
{
    unsigned sum = 0;
    for (size_t i = 0; i < page->count; i++)
        for (size_t at = 0; at < page->rows[i].sealed.count; at++)
            sum += (unsigned char)page->rows[i].sealed.data[at];
    must(sum < UINT32_MAX);
}

static void ask(struct keeper_port *port, unsigned which)
{
    struct keeper_ask_device device;
    struct keeper_found found;
    struct keeper_place place;
    struct keeper_draft_page page;
    unsigned char hash[CHAIN_HASH_BYTES];
    size_t count;
    const struct moment now = {0};
    switch (which % 6) {
    case 0:
        (void)!keeper_ask_open(port, &device);
        return;
    case 1:
        (void)!keeper_ask_find(port, &service, SPAN("code"), now, &found);
        return;
    case 2:
        (void)!keeper_ask_resume(port, SPAN("ticket"), NULL, &place);
        return;
    case 3:
        if (keeper_ask_rows(port, &service, 1, &page) == OK)
            touch_rows(&page);
        return;
    case 4:
        (void)!keeper_ask_count(port, &count);
        return;
    case 5:
        (void)!keeper_ask_append(port, HEADER_RESULT, now, SPAN("x"), hash);
        return;
    }
}

static struct span message_of(uint8_t first, struct span bytes)
{
    struct buffer message = buffer_init(&service, sizeof answer + 8);
    if (!(first & 0x80))
        wire_put_number(&message, keeper_message_version());
    buffer_add(&message, bytes);
    return buffer_span(&message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct keeper_port port;
    if (!port.socket) {
        begin();
        must(keeper_ask_init(ends[0], NULL, &port) == OK);
    }
    if (!size || size > sizeof answer - 8)
        return 0;
    arena_init(&service, 64 << 20);
    const struct span bytes =
        message_of(data[0], (struct span){(const char *)data + 1, size - 1});
    if (data[0] & 1) {
        serve(bytes);
    } else {
        memcpy(answer, bytes.data, bytes.count);
        answer_count = bytes.count;
        ask(&port, (data[0] & 0x7f) >> 1);
    }
    arena_done(&service);
    return 0;
}
