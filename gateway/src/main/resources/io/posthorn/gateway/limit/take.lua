-- Charges one request to all KEYS, or to none of them when one has no room.
-- ARGV: 'exact' or 'paced', limit, window in microseconds, cost (at most the limit).
-- Answers the tightest key: {allowed, remaining, microseconds until more, microseconds until this request would pass}.
-- Time is the server's own, so replicas of the gateway need not agree about it.
local limit, window, cost = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])

-- Lua would write a number of this size with a loss.
local function text(number)
  return string.format('%.0f', number)
end

-- A log of the requests inside the window that ends now.
local exact = {}

function exact.look(key)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', text(now - window))
  local used = redis.call('ZCARD', key)
  local missing = used + cost - limit
  local wait = 0
  if missing > 0 then
    wait = tonumber(redis.call('ZRANGE', key, missing - 1, missing - 1, 'WITHSCORES')[2]) + window - now
  end
  return {used = used, wait = wait}
end

function exact.charge(key, state)
  for i = 1, cost do
    redis.call('ZADD', key, text(now), text(now) .. '-' .. (state.used + i))
  end
  redis.call('PEXPIRE', key, text(math.ceil(window / 1000)))
  state.used = state.used + cost
end

function exact.read(key, state)
  local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2]
  return limit - state.used, oldest and tonumber(oldest) + window - now or 0
end

-- GCRA: the moment at which everything is paid back. Each request owes one step; whole microseconds keep the sums exact.
local paced = {}
local step = math.ceil(window / limit)
local most = step * limit

function paced.look(key)
  local debt = math.max(0, tonumber(redis.call('GET', key) or '0') - now)
  return {debt = debt, wait = math.max(0, debt + cost * step - most)}
end

function paced.charge(key, state)
  state.debt = state.debt + cost * step
  redis.call('SET', key, text(now + state.debt), 'PX', text(math.ceil(state.debt / 1000)))
end

function paced.read(key, state)
  local remaining = math.floor((most - state.debt) / step)
  return remaining, state.debt > 0 and (remaining + 1) * step - most + state.debt or 0
end

local way = ARGV[1] == 'exact' and exact or paced
local states, wait = {}, 0
for i, key in ipairs(KEYS) do
  states[i] = way.look(key)
  wait = math.max(wait, states[i].wait)
end

local least, more = math.huge, 0
for i, key in ipairs(KEYS) do
  if wait == 0 then
    way.charge(key, states[i])
  end
  local remaining, after = way.read(key, states[i])
  if remaining < least or (remaining == least and after > more) then
    least, more = remaining, after
  end
end
return {wait == 0 and 1 or 0, text(least), text(more), text(wait)}
