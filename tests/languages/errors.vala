/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What Vala learns about a failure. */
using GLib;
using Libvirt;

const string NOWHERE = "qemu:///session?socket=/nowhere/at/all";

Connect host;

void assert_no_domain (Error error) {
    assert (error is VirError.NO_DOMAIN);
    assert (error.message == "Domain not found");

    var info = VirError.get_info (error);
    assert (info.code == VirError.NO_DOMAIN);
    assert (info.domain == ErrorDomain.TEST);
    assert (info.level == ErrorLevel.ERROR);
    assert (info.message == "Domain not found");
    assert (info.str1 == "Domain not found");
    assert (info.str2 == null && info.str3 == null);
    assert (info.int1 == -1 && info.int2 == -1);

    assert (get_last_error ().domain == ErrorDomain.TEST);
    assert (get_last_error_code () == VirError.NO_DOMAIN);
    assert (get_last_error_domain () == ErrorDomain.TEST);
    assert (get_last_error_message () == "Domain not found");
}

void assert_nowhere (Error error) {
    var info = VirError.get_info (error);

    assert (error is VirError.SYSTEM_ERROR);
    assert (info.domain == ErrorDomain.RPC);
    assert (info.str1 == "%s" && info.str2 == error.message);
    assert (info.int1 == 2 && info.int2 == -1);
}

void test_sync () {
    reset_last_error ();
    try {
        host.lookup_domain_by_name ("nope");
        assert_not_reached ();
    } catch (VirError.NO_DOMAIN error) {
        assert_no_domain (error);
    } catch (Error error) {
        assert_not_reached ();
    }

    try {
        new Connect.open (NOWHERE);
        assert_not_reached ();
    } catch (Error error) {
        assert_nowhere (error);
    }
}

async void fail () {
    try {
        yield host.lookup_domain_by_name_async ("nope", null);
        assert_not_reached ();
    } catch (Error error) {
        assert_no_domain (error);
    }

    try {
        yield Connect.open_async (NOWHERE, null);
        assert_not_reached ();
    } catch (Error error) {
        assert_nowhere (error);
    }
}

void test_finish () {
    var loop = new MainLoop ();

    reset_last_error ();
    fail.begin ((object, result) => {
        fail.end (result);
        loop.quit ();
    });
    loop.run ();
}

void test_other_thread () {
    reset_last_error ();
    new Thread<bool> ("fails", () => {
        test_sync ();
        return true;
    }).join ();
    assert (get_last_error () == null);
}

void test_error_function () {
    var told = 0;

    set_error_func ((info) => {
        assert (info.code == VirError.NO_DOMAIN && info.domain == ErrorDomain.TEST);
        told++;
    });
    try {
        host.lookup_domain_by_name ("nope");
        assert_not_reached ();
    } catch (Error error) {
        assert (told == 0);
    }

    while (told == 0)
        MainContext.default ().iteration (true);
    set_error_func (null);
    assert (told == 1);
}

int main (string[] args) {
    Test.init (ref args);

    try {
        host = new Connect.open ("test:///default");
    } catch (Error e) {
        error ("%s", e.message);
    }

    Test.add_func ("/languages/vala/sync", test_sync);
    Test.add_func ("/languages/vala/finish", test_finish);
    Test.add_func ("/languages/vala/other-thread", test_other_thread);
    Test.add_func ("/languages/vala/error-function", test_error_function);

    return Test.run ();
}
