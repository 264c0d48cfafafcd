/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The names of this namespace without prefix; Error is GLib's, errors and states are Libvirt's. */
using GLib;
using LibvirtAdmin;

const string NOBODY = "libvirtd:///system?socket=/nobody/here";

void test_error () {
    try {
        new Connect.open (NOBODY, Libvirt.ConnectFlags.NONE);
        assert_not_reached ();
    } catch (Libvirt.VirError.SYSTEM_ERROR error) {
        assert (error.message.contains ("/nobody/here"));
    } catch (Error error) {
        assert_not_reached ();
    }
}

async void open_nobody () {
    try {
        yield Connect.open_async (NOBODY, Libvirt.ConnectFlags.NO_ALIASES, null);
        assert_not_reached ();
    } catch (Libvirt.VirError.SYSTEM_ERROR error) {
        assert (error.message != "");
    } catch (Error error) {
        assert_not_reached ();
    }
}

void test_async () {
    var loop = new MainLoop ();

    open_nobody.begin ((object, result) => {
        open_nobody.end (result);
        loop.quit ();
    });
    loop.run ();
}

/* Compiled, more than run: all that a program would use. */
void look_around (Connect connection) throws Error {
    var limits = new VariantDict ();

    limits.insert_value (SERVER_CLIENTS_MAX, new Variant.uint32 (10));
    connection.closed.connect ((reason) => {
        assert (reason != Libvirt.ConnectCloseReason.CLIENT);
    });
    foreach (var server in connection.list_servers (0)) {
        server.set_client_limits (limits.end (), 0);
        foreach (var client in server.list_clients (0)) {
            if (client.transport == ClientTransport.UNIX) {
                client.get_info (0).lookup_value (CLIENT_INFO_READONLY, VariantType.BOOLEAN);
            }
        }
    }
}

void test_never_opened () {
    var connection = (Connect) Object.new (typeof (Connect));

    assert (connection.state == Libvirt.ConnectState.CLOSED);
    assert (connection.uri == null);
    try {
        look_around (connection);
        assert_not_reached ();
    } catch (Libvirt.VirError.INVALID_CONN error) {
        assert (error.message != "");
    } catch (Error error) {
        assert_not_reached ();
    }
}

int main (string[] args) {
    Test.init (ref args);

    Test.add_func ("/vala/admin/error", test_error);
    Test.add_func ("/vala/admin/async", test_async);
    Test.add_func ("/vala/admin/never-opened", test_never_opened);

    return Test.run ();
}
