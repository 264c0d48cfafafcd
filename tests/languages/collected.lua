-- SPDX-License-Identifier: LGPL-2.1-or-later

-- What a program connects to an object it does not keep still runs after garbage collections. The
-- argument is the table of the ways to connect, which other languages share.

local there, lgi = pcall(require, 'lgi')
if not there then
  print('1..0 # SKIP no lgi')
  os.exit(true)
end

local Gio, GLib, GObject = lgi.Gio, lgi.GLib, lgi.GObject
local Libvirt = lgi.require('Libvirt', '1.0')

local calls = 0

local Listener = {weight = 1}
Listener.__index = Listener

function Listener.new()
  return setmetatable({}, Listener)
end

function Listener:on_event()
  calls = calls + self.weight
end

local function on_event()
  calls = calls + 1
end

local function iterate(may_block)
  return GLib.MainContext.default():iteration(may_block)
end

local function collect()
  for _ = 1, 5 do
    collectgarbage()
    while iterate(false) do
    end
  end
end

local function wait_until(condition)
  while not condition() do
    iterate(true)
  end
end

local function find_test(host)
  return assert(host:lookup_domain_by_name('test'))
end

-- In another connection: its objects are others.
local function change()
  local other = assert(Libvirt.Connect.open('test:///default'))
  local domain = find_test(other)

  assert(domain:destroy())
  assert(domain:create())
  assert(other:close())
end

local ways = {}

ways['looked-up'] = function(host)
  find_test(host).on_event_lifecycle = on_event
end

ways['listed'] = function(host)
  for _, domain in ipairs(host:list_all_domains({})) do
    domain.on_event_lifecycle:connect(on_event)
  end
end

ways['in-live-list'] = function(host)
  wait_until(function() return not host.domains.loading end)
  host.domains:get_item(0).on_event_lifecycle = on_event
end

ways['told-by-event'] = function(host)
  local handler

  handler = host.on_domain_event_lifecycle:connect(function(_, domain)
    GObject.signal_handler_disconnect(host, handler)
    handler = nil
    domain.on_event_lifecycle = on_event
  end)
  change()
  wait_until(function() return handler == nil end)
end

ways['bound-method'] = function(host)
  local listener = Listener.new()

  find_test(host).on_event_lifecycle = function(...) listener:on_event(...) end
end

ways['inner-function'] = function(host)
  local domain = find_test(host)
  local weight = 1 + calls

  domain.on_event_lifecycle = function() calls = calls + weight end
end

ways['property'] = function(host)
  find_test(host).on_notify['state'] = on_event
end

ways['detail'] = function(host)
  find_test(host).on_event_lifecycle['started'] = on_event
end

ways['after'] = function(host)
  find_test(host).on_event_lifecycle:connect(on_event, nil, true)
end

ways['binding'] = function(host, sink)
  sink.on_notify['enabled'] = on_event
  find_test(host):bind_property('active', sink, 'enabled', GObject.BindingFlags.SYNC_CREATE)
end

local function run(connect)
  local host = assert(Libvirt.Connect.open('test:///default'))
  local sink = Gio.SimpleAction.new('sink', nil)

  connect(host, sink)
  for _ = 1, 2 do
    collect()
    calls = 0
    change()
    wait_until(function() return calls > 0 end)
  end
  assert(host:close())
end

local names = {}
for line in io.lines(arg[1]) do
  if line:sub(1, 1) ~= '#' then
    names[#names + 1] = line:match('^[^\t]+')
  end
end

io.stdout:setvbuf('line')
print('1..' .. #names)
for number, name in ipairs(names) do
  run(ways[name])
  print(('ok %d /languages/collected/lua/%s'):format(number, name))
end
