#include "helper/helper_ask.h"

#include "helper/helper_door.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

static bool is_sent(int socket, struct span request, int file)
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec part = {(void *)(uintptr_t)request.data, request.count};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (file >= 0) {
        message.msg_control = &control;
        message.msg_controllen = sizeof control;
        struct cmsghdr *row = CMSG_FIRSTHDR(&message);
        row->cmsg_level = SOL_SOCKET;
        row->cmsg_type = SCM_RIGHTS;
        row->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(row), &file, sizeof file);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL) == (ssize_t)request.count;
}

bool is_helper_ask_answered(int socket, struct span request, int file,
                            unsigned char *out_reply, size_t reply_bytes)
{
    unsigned char answer[HELPER_DOOR_BYTES_MAX + 1];
    ssize_t count;
    if (socket <= 0 || !is_sent(socket, request, file))
        return false;
    do
        count = recv(socket, answer, sizeof answer, 0);
    while (count < 0 && errno == EINTR);
    if (count != (ssize_t)reply_bytes)
        return false;
    memcpy(out_reply, answer, reply_bytes);
    return true;
}
