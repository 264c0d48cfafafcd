/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Names of both namespaces without prefix: Error is GLib's, the library's is VirError. */
using GLib;
using Libvirt;

Connect open_host () {
    try {
        return new Connect.open ("test:///default");
    } catch (Error e) {
        error ("%s", e.message);
    }
}

Domain find_domain (Connect host) {
    try {
        return host.lookup_domain_by_name ("test");
    } catch (Error e) {
        error ("%s", e.message);
    }
}

void test_list () {
    var host = open_host ();

    try {
        var domains = host.list_all_domains (0);
        assert (domains.length == 1);
        assert (domains[0].name == "test");
        assert (domains[0] == find_domain (host));
    } catch (Error error) {
        assert_not_reached ();
    }
}

void test_suspend () {
    var host = open_host ();
    var domain = find_domain (host);
    var notified = 0;
    domain.notify["state"].connect (() => { notified++; });

    try {
        domain.suspend ();
        assert (domain.state == DomainState.PAUSED);
        domain.resume ();
        assert (domain.state == DomainState.RUNNING);
    } catch (Error error) {
        assert_not_reached ();
    }
    assert (notified == 2);
}

void test_error () {
    var host = open_host ();

    try {
        host.lookup_domain_by_name ("nobody");
        assert_not_reached ();
    } catch (VirError.NO_DOMAIN error) {
        assert (error.message != "");
    } catch (Error error) {
        assert_not_reached ();
    }
}

async void suspend_and_resume (Domain domain) {
    try {
        yield domain.suspend_async (null);
        assert (domain.state == DomainState.PAUSED);
        yield domain.resume_async (null);
        assert (domain.state == DomainState.RUNNING);
    } catch (Error error) {
        assert_not_reached ();
    }
}

void test_async () {
    var loop = new MainLoop ();
    var host = open_host ();

    suspend_and_resume.begin (find_domain (host), (object, result) => {
        suspend_and_resume.end (result);
        loop.quit ();
    });
    loop.run ();
}

void test_event () {
    var loop = new MainLoop ();
    var host = open_host ();
    var domain = find_domain (host);

    domain.event_lifecycle["suspended"].connect ((event, detail) => {
        assert (event == DomainEventType.SUSPENDED);
        assert (domain.state == DomainState.PAUSED);
        loop.quit ();
    });
    try {
        domain.suspend ();
        loop.run ();
        domain.resume ();
    } catch (Error error) {
        assert_not_reached ();
    }
}

int main (string[] args) {
    Test.init (ref args);

    Test.add_func ("/vala/list", test_list);
    Test.add_func ("/vala/suspend", test_suspend);
    Test.add_func ("/vala/error", test_error);
    Test.add_func ("/vala/async", test_async);
    Test.add_func ("/vala/event", test_event);

    return Test.run ();
}
