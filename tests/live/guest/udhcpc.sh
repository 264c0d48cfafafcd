#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# What busybox's DHCP client calls before it asks, and with the lease it got.
case $1 in
  deconfig)
    ip link set "$interface" up
    ;;
  bound | renew)
    ip addr flush dev "$interface"
    ip addr add "$ip/${mask:-24}" dev "$interface"
    [ -n "$router" ] && ip route add default via "$router"
    ;;
esac
