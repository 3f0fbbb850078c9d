#!/usr/bin/env bash
# tests/qemu/machine/image.sh CACHE KIOSK.deb: a blank Debian 12 as IT finds it, with what the terminal's package depends on and
# a helper for the test; as a disk that has been started once, with the snapshot "blank" of that moment. It is made
# once and kept in CACHE for the next time: printed is its path. Ends with 77 and a word where there is nothing to make it of.
set -u
here=$(cd "$(dirname "$0")" && pwd)
cache=$(mkdir -p "$1" && cd "$1" && pwd)
. "$here/machine.sh"
for program in qemu-system-x86_64 qemu-img mmdebstrap mke2fs sfdisk python3; do
    command -v $program >/dev/null || { echo "skipped: there is no $program (deploy/install-packages.sh machine)"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: only root makes a system"; exit 77; }

# What a Debian has, and what the package wants: those it names first, without versions.
blank="systemd-sysv udev dbus kmod procps login ifupdown iproute2 e2fsprogs linux-image-amd64 initramfs-tools zstd grub2-common grub-pc-bin debconf adduser"
needs=$(dpkg-deb -f "$2" Depends | sed 's/([^)]*)//g; s/|[^,]*//g; s/[ ,]\+/ /g')
packages=$(printf '%s\n' $blank $needs | sort -u | paste -sd,)
tree=$cache/debian-$(sha256sum <<<"$packages" | cut -c1-16).tar
key=$(cat "$here/image.sh" "$here/machine.sh" <(echo "$packages" && qemu-system-x86_64 --version | head -1) | sha256sum | cut -c1-16)
made=$cache/blank-$key.qcow2
exec 7>"$cache/lock"
flock 7 # two that want the same one make it once
[ ! -e "$made" ] || { echo "$made"; exit 0; }
rm -f "$cache"/blank-*
folder=$(mktemp -d "$cache/making.XXXXXX")
trap 'machine_off; rm -rf --one-file-system "$folder"' EXIT
root=$folder/root
if [ ! -e "$tree" ]; then
    rm -f "$cache"/debian-*
    mmdebstrap --mode=root --variant=minbase --include="$packages" \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
        --essential-hook='mkdir -p "$1/etc/initramfs-tools/conf.d" && echo MODULES=list >"$1/etc/initramfs-tools/conf.d/small" && printf "%s\n" virtio_pci virtio_blk ext4 >"$1/etc/initramfs-tools/modules"' \
        bookworm "$folder/tree.tar" >"$folder/log" 2>&1 || { echo "skipped: no Debian 12 could be made: $(grep -E '^E:|rror' "$folder/log" | head -1)"; exit 77; }
    mv "$folder/tree.tar" "$tree"
fi
mkdir "$root"
tar -C "$root" --numeric-owner --xattrs -xpf "$tree"
# drivers of other machines only make the disk large
rm -rf "$root"/lib/modules/*/kernel/{drivers/{gpu/drm/{amd,nouveau,radeon,i915},media,infiniband,net/{wireless,ethernet},isdn,iio,staging},sound,fs/{xfs,btrfs,ocfs2,ceph,cifs,nfs,nfsd}}
chroot "$root" depmod -a "$(basename "$root"/lib/modules/*)"
printf '/dev/vda1 / ext4 errors=remount-ro 0 1\n' >"$root/etc/fstab"
echo terminal >"$root/etc/hostname"
# no_timer_check: a kernel that is emulated on a busy computer takes a late timer for a broken one
echo 'root:*' | chroot "$root" chpasswd -e
sed 's/^GRUB_CMDLINE_LINUX=.*/GRUB_CMDLINE_LINUX="console=tty0 console=ttyS0 no_timer_check mitigations=off"/' "$root/usr/share/grub/default/grub" >"$root/etc/default/grub"
mkdir -p "$root/boot/grub/i386-pc" "$root/media/stick"
cp "$root"/usr/lib/grub/i386-pc/*.{mod,lst} "$root/boot/grub/i386-pc/"
chroot "$root" grub-mkimage -O i386-pc -o /core.img -p '(hd0,msdos1)/boot/grub' biosdisk part_msdos ext2 normal configfile
mv "$root/core.img" "$folder/core.img"
cp "$root/usr/lib/grub/i386-pc/boot.img" "$folder/boot.img"
# the first menu; started once, the machine makes its own
cat >"$root/boot/grub/grub.cfg" <<'MENU'
linux /vmlinuz root=/dev/vda1 ro console=tty0 console=ttyS0 no_timer_check mitigations=off
initrd /initrd.img
boot
MENU
# The helper of the test: it runs what comes through a port that no person at the machine has.
cat >"$root/usr/local/sbin/test-agent" <<'AGENT'
#!/bin/bash
until [ -c /dev/virtio-ports/agent ]; do sleep 0.2; done
exec 3<>/dev/virtio-ports/agent
while :; do
    read -r line <&3 || { sleep 0.1; continue; }
    base64 -d <<<"$line" >/run/test-agent.script
    bash /run/test-agent.script </dev/null >/run/test-agent.said 2>&1 3>&-
    echo "$? $(base64 -w0 /run/test-agent.said)" >&3
done
AGENT
chmod 755 "$root/usr/local/sbin/test-agent"
cat >"$root/etc/systemd/system/test-agent.service" <<'UNIT'
[Unit]
Description=helper of the test
StartLimitIntervalSec=0
[Service]
ExecStart=/usr/local/sbin/test-agent
Restart=always
RestartSec=1
[Install]
WantedBy=multi-user.target
UNIT
chroot "$root" systemctl enable test-agent.service >/dev/null 2>&1
truncate -s 3G "$folder/disk.raw"
echo 'start=2048, type=83, bootable' | sfdisk -q "$folder/disk.raw"
mke2fs -q -t ext4 -F -E offset=1048576 -d "$root" "$folder/disk.raw" 3071M 2>>"$folder/log" || { tail -3 "$folder/log"; exit 1; }
dd if="$folder/boot.img" of="$folder/disk.raw" bs=440 count=1 conv=notrunc status=none
dd if="$folder/core.img" of="$folder/disk.raw" bs=512 seek=1 conv=notrunc status=none
qemu-img convert -O qcow2 "$folder/disk.raw" "$folder/disk.qcow2"
rm -rf --one-file-system "$root" "$folder/disk.raw"
machine=$folder
machine_on
machine_run <<<'export PATH=/usr/sbin:/usr/bin; systemctl is-system-running --wait && update-grub && sync' >"$folder/first" || { cat "$folder/first"; exit 1; }
machine_do save blank
machine_do quit
machine_wait_off
mv "$folder/disk.qcow2" "$made"
echo "$made"
