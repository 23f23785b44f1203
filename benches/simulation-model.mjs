// The model and its simulation once more, in JavaScript tuned by hand: flat typed arrays, nothing allocated while it
// draws, the same random numbers, the same rounding, the same outputs for each draw. Only benches/simulation.mjs uses
// it, to hold the program's speed against. It leaves out, as the program does, what is as published in every draw:
// grades of evidence and the delivery of single lines.

const PARTS = 1024;
const NODES = 2 * PARTS + 1;

// ---- Draws ----

// The product of two 32-bit numbers: its upper half. The lower half is Math.imul.
function upper(a, b) {
  const al = a & 0xffff, ah = a >>> 16, bl = b & 0xffff, bh = b >>> 16;
  const low = Math.imul(al, bl);
  const one = (Math.imul(ah, bl) + (low >>> 16)) | 0;
  const two = (Math.imul(al, bh) + (one & 0xffff)) | 0;
  return (Math.imul(ah, bh) + (one >>> 16) + (two >>> 16)) | 0;
}

// Where an assumption's numbers start. Once for each assumption, so BigInt will do.
function start(seed, id) {
  const mask = (1n << 64n) - 1n;
  const mixed = (z) => {
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return z ^ (z >> 31n);
  };
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(id)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
  return mixed(mixed(BigInt(seed)) ^ hash);
}

// PERT between 0 and 1 at evenly spaced shares.
function pert(mode) {
  const rise = 4 * mode, fall = 4 * (1 - mode);
  const place = new Float64Array(NODES), log = new Float64Array(NODES), speed = new Float64Array(NODES);
  for (let node = 0; node < NODES; node++) {
    const s = node / (NODES - 1);
    place[node] = s * s * (3 - 2 * s);
    log[node] = Math.log(place[node]);
    speed[node] = 6 * s * (1 - s);
  }
  const power = (exponent, log) => (exponent === 0 ? 0 : exponent * log);
  const density = (node) => Math.exp(power(rise, log[node]) + power(fall, log[NODES - 1 - node])) * speed[node];
  const below = new Float64Array(PARTS + 1);
  let sum = 0, from = density(0);
  for (let step = 0; step < PARTS; step++) {
    const to = density(2 * step + 2);
    sum += from + 4 * density(2 * step + 1) + to;
    below[step + 1] = sum;
    from = to;
  }
  const table = new Float64Array(PARTS + 1).fill(1);
  for (let part = 0, step = 0; part < PARTS; part++) {
    const wanted = sum * (part / PARTS);
    while (step + 1 < PARTS && below[step + 1] <= wanted) step++;
    const a = place[2 * step], b = place[2 * step + 2];
    table[part] = a + ((b - a) * (wanted - below[step])) / (below[step + 1] - below[step]);
  }
  return table;
}

// Every assumption that is drawn: its place, its table, where its numbers start.
function layInputs(assumptions, seed) {
  const drawn = assumptions.map((one, place) => ({ ...one, place })).filter(({ low, high }) => low < high);
  const count = drawn.length;
  const inputs = {
    count,
    places: Int32Array.from(drawn, ({ place }) => place),
    whole: Uint8Array.from(drawn, ({ whole, unit }) => (whole || unit === "months" ? 1 : 0)),
    tables: new Float64Array(count * (PARTS + 1)),
    high: new Int32Array(count),
    low: new Int32Array(count),
  };
  drawn.forEach(({ id, published, low, high }, at) => {
    const likely = Math.min(Math.max(published, low), high);
    const table = pert((likely - low) / (high - low)).map((value) => Math.min(Math.max(low + (high - low) * value, low), high));
    table[0] = low;
    table[PARTS] = high;
    inputs.tables.set(table, at * (PARTS + 1));
    const begin = start(seed, id);
    inputs.high[at] = Number(BigInt.asIntN(32, begin >> 32n));
    inputs.low[at] = Number(BigInt.asIntN(32, begin));
  });
  return inputs;
}

// The values of so many draws, an assumption at a time, each draw's side by side.
function draw(inputs, draws, into) {
  const { count, tables, whole } = inputs;
  for (let at = 0; at < count; at++) {
    let high = inputs.high[at], low = inputs.low[at];
    const base = at * (PARTS + 1);
    for (let i = 0, place = at; i < draws; i++, place += count) {
      low = (low + 0x7f4a7c15) | 0;
      high = (high - 0x61c88647 + (low >>> 0 < 0x7f4a7c15 ? 1 : 0)) | 0;
      // SplitMix64's mixing of 64 bits, in two halves.
      let l = low ^ ((low >>> 30) | (high << 2));
      let h = high ^ (high >>> 30);
      h = (upper(l, 0x1ce4e5b9) + Math.imul(h, 0x1ce4e5b9) + Math.imul(l, 0xbf58476d)) | 0;
      l = Math.imul(l, 0x1ce4e5b9);
      let l2 = l ^ ((l >>> 27) | (h << 5));
      let h2 = h ^ (h >>> 27);
      h2 = (upper(l2, 0x133111eb) + Math.imul(h2, 0x133111eb) + Math.imul(l2, 0x94d049bb)) | 0;
      l2 = Math.imul(l2, 0x133111eb);
      const mixedLow = l2 ^ ((l2 >>> 31) | (h2 << 1));
      const mixedHigh = h2 ^ (h2 >>> 31);
      const part = base + (mixedHigh >>> 22);
      const rest = (mixedHigh & 0x3fffff) * 1048576 + (mixedLow >>> 12);
      const from = tables[part];
      const value = from + (tables[part + 1] - from) * ((rest + 0.5) * 2 ** -42);
      into[place] = whole[at] === 1 ? Math.round(value) : value;
    }
    inputs.high[at] = high;
    inputs.low[at] = low;
  }
}

// ---- The model ----

function round(value) {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const pounds = size - whole >= 0.5 - 1e-7 ? whole + 1 : whole;
  return value < 0 ? -pounds : pounds;
}

export function simulation(kase, plan) {
  const years = kase.years.count;
  const assumptions = kase.assumptions;
  const find = (id) => (id === undefined ? -1 : assumptions.findIndex((one) => one.id === id));
  const payers = kase.payers.map(({ id }) => id);
  const adjust = kase.adjustments;
  const values = Float64Array.from(assumptions, ({ published }) => published);
  const inputs = layInputs(assumptions, plan.seed);

  // Investment lines, flat.
  const labels = Array.from({ length: years }, (_, year) => label(kase, year));
  const spent = kase.investment;
  const spentCount = spent.length;
  const scale = Int32Array.from(spent, ({ cost }) => find(cost.posts ?? cost.amount));
  const divisor = Float64Array.from(spent, ({ cost }) => (cost.posts ? values[find(cost.posts)] : 100) * 10_000);
  const hundredths = new Float64Array(spentCount * years);
  const fullYear = new Float64Array(spentCount);
  const keptFrom = labels.indexOf(adjust.posts_kept.from);
  spent.forEach(({ cost }, line) => {
    hundredths.set((cost.amounts ?? cost.phasing).map((amount) => amount * 100), line * years);
    if (cost.posts) fullYear[line] = cost.amounts[labels.indexOf(adjust.posts_kept.full_year)];
  });

  // Benefit lines, flat.
  const rules = kase.benefits.filter(({ rule }) => !["shared-reduction", "counted-twice"].includes(rule.kind));
  const count = rules.length;
  const factors = new Int32Array(count * 3).fill(-1);
  const from = new Int32Array(count).fill(-1), to = new Int32Array(count).fill(-1);
  const profile = new Float64Array(count * years);
  const over = new Float64Array(count);
  const first = new Int32Array(count);
  const delay = new Int32Array(count).fill(-1);
  const saving = new Uint8Array(count);
  const rest = new Int32Array(count), sharer = new Int32Array(count).fill(-1), share = new Int32Array(count).fill(-1);
  const beyond = find(adjust.demand_beyond_plan);
  rules.forEach(({ rule, kind, workstream, gains }, line) => {
    const product = {
      "share-of-cost": () => [[rule.cost, rule.share], rule.phasing, 10_000],
      "moved-pupils": () => [[rule.pupils, rule.share], rule.phasing, 10_000],
      "held-demand": () => [[rule.growth, rule.unit_cost], rule.extra, values[find(rule.growth)] * 100],
      "slowed-growth": () => [[rule.growth, rule.avoided], rule.steps, 100],
      "prevented-events": () => [[rule.number, rule.cost], rule.steps, 1],
      "absorbed-pressure": () => [[rule.absorbed], rule.pressure, 100],
    }[rule.kind]();
    product[0].forEach((id, at) => (factors[line * 3 + at] = find(id)));
    profile.set(product[1], line * years);
    over[line] = product[2];
    if (rule.kind === "moved-pupils") [from[line], to[line]] = [find(rule.cost_from), find(rule.cost_to)];
    if (rule.kind === "held-demand") [from[line], to[line]] = [find(rule.held), beyond];
    first[line] = product[1].findIndex((amount) => amount !== 0);
    delay[line] = find(kase.workstreams.find(({ id }) => id === workstream).delay);
    saving[line] = kind === "saving" ? 1 : 0;
    rest[line] = payers.indexOf(gains.rest);
    for (const one of gains.shares ?? []) [sharer[line], share[line]] = [payers.indexOf(one.payer), find(one.share)];
  });
  const lineOf = (id) => rules.findIndex((line) => line.id === id);
  const overlaps = kase.benefits.filter((line) => !rules.includes(line));
  const moved = overlaps.find(({ rule }) => rule.kind === "shared-reduction");
  const twice = overlaps.find(({ rule }) => rule.kind === "counted-twice");
  const [movedOne, movedOther] = [lineOf(moved.rule.moved), lineOf(moved.rule.reduced)];
  const [twiceOne, twiceOther] = [lineOf(twice.rule.pressure), lineOf(twice.rule.demand)];
  const movedShare = find(moved.rule.counted), twiceShare = find(twice.rule.share);
  const [pupils, movedPart] = [factors[movedOne * 3], factors[movedOne * 3 + 1]];
  const reducedPart = factors[movedOther * 3 + 1];
  const costTo = to[movedOne], costFrom = moved.rule.reduces === "both" ? from[movedOne] : -1;
  const absorbed = factors[twiceOne * 3], held = from[twiceOther];
  const [growth, unitCost] = [factors[twiceOther * 3], factors[twiceOther * 3 + 1]];

  const [benefitDelay, programmeDelay] = [find(adjust.benefit_delay), find(adjust.programme_delay)];
  const [delivery, firstPart] = [find(adjust.benefit_delivery), find(adjust.first_year_part)];
  const [kept, overrun] = [find(adjust.posts_kept.share), find(adjust.investment_overrun)];
  const [discount, inflation] = [find(adjust.discount_rate), find(adjust.inflation)];

  // What is worked out anew in every draw.
  const amounts = new Float64Array(years), prices = new Float64Array(years);
  const one = new Float64Array(years), other = new Float64Array(years), line_ = new Float64Array(years);
  const investment = new Float64Array(years), savings = new Float64Array(years), avoidance = new Float64Array(years);
  const funding = new Float64Array(payers.length * years);
  const gained = new Float64Array(years), cumulative = new Float64Array(years);

  // What is kept of every draw.
  const scopes = 2 + payers.length;
  const kept_ = {
    net: Array.from({ length: scopes }, () => new Float64Array(plan.draws)),
    present: Array.from({ length: scopes }, () => new Float64Array(plan.draws)),
    repaid: Array.from({ length: scopes }, () => new Uint32Array(years)),
    savings: new Float64Array(plan.draws),
    avoidance: new Float64Array(plan.draws),
    cumulative: Array.from({ length: years - 1 }, () => new Float64Array(plan.draws)),
  };

  function later(of, months, year) {
    if (months === 0) return of[year];
    const back = (months / 12) | 0, part = months - back * 12;
    const now = year >= back ? of[year - back] : 0;
    const before = year > back ? of[year - back - 1] : 0;
    if (now === 0 && before === 0) return 0;
    return (now * (12 - part) + before * part) / 12;
  }

  function monthsOf(line) {
    return values[benefitDelay] + values[programmeDelay] + (delay[line] < 0 ? 0 : values[delay[line]]);
  }

  // A line's amounts as far and as late as they come.
  function adjusted(of, line, into) {
    const part = values[firstPart];
    if (part !== 100) of[first[line]] = (of[first[line]] * part) / 100;
    const months = monthsOf(line), percent = values[delivery];
    for (let year = 0; year < years; year++) {
      const amount = later(of, months, year);
      into[year] = amount === 0 ? 0 : (amount * percent) / 100;
    }
  }

  function gain(year, pounds, isSaving, payer, shared, sharePlace) {
    if (isSaving === 1) savings[year] += pounds;
    else avoidance[year] += pounds;
    if (shared < 0) {
      funding[payer * years + year] += pounds;
      return;
    }
    const percent = values[sharePlace];
    const part = round((pounds * (percent < 100 ? percent : 100)) / 100);
    funding[shared * years + year] += part;
    funding[payer * years + year] += pounds - part;
  }

  function overlap(isSaving, payer) {
    for (let year = 0; year < years; year++) gain(year, round(line_[year] * prices[year]), isSaving, payer, -1, -1);
  }

  function keep(scope, draw) {
    const yearOn = (1 + values[discount] / 100) * (1 + values[inflation] / 100);
    let sum = 0, present = 0, divisor = 1;
    for (let year = 0; year < years; year++) {
      const net = gained[year] - investment[year];
      sum += net;
      present += net / divisor;
      divisor *= yearOn;
      cumulative[year] = sum;
    }
    const repaid = kept_.repaid[scope];
    for (let year = years - 1; year >= 0 && cumulative[year] >= 0; year--) repaid[year] += 1;
    kept_.net[scope][draw] = sum;
    kept_.present[scope][draw] = present;
  }

  function run(draw) {
    investment.fill(0);
    savings.fill(0);
    avoidance.fill(0);
    funding.fill(0);
    let price = 1;
    const rise = 1 + values[inflation] / 100;
    for (let year = 0; year < years; year++) {
      prices[year] = price;
      price *= rise;
    }
    const late = values[programmeDelay], more = 100 + values[overrun], stay = values[kept];
    for (let line = 0; line < spentCount; line++) {
      const factor = values[scale[line]] * more, by = divisor[line], base = line * years;
      for (let year = 0; year < years; year++) {
        let of = hundredths[base + year];
        if (year >= keptFrom) of += fullYear[line] * stay;
        amounts[year] = of === 0 ? 0 : (of * factor) / by;
      }
      for (let year = 0; year < years; year++) {
        const amount = later(amounts, late, year);
        if (amount !== 0) investment[year] += round(amount * prices[year]);
      }
    }
    for (let line = 0; line < count; line++) {
      let product = 1;
      for (let at = line * 3; at < line * 3 + 3; at++) if (factors[at] >= 0) product *= values[factors[at]];
      if (from[line] >= 0) product *= values[from[line]] - values[to[line]];
      const by = over[line], base = line * years;
      for (let year = 0, before = 0, effect = 0; year < years; year++) {
        const of = profile[base + year];
        if (of !== before) effect = (of * product) / by;
        before = of;
        amounts[year] = effect;
      }
      adjusted(amounts, line, line_);
      for (let year = 0; year < years; year++) {
        if (line_[year] !== 0) gain(year, round(line_[year] * prices[year]), saving[line], rest[line], sharer[line], share[line]);
      }
    }
    // Pupils who move come under the reduction as well.
    for (let year = 0; year < years; year++) amounts[year] = profile[movedOne * years + year];
    adjusted(amounts, movedOne, one);
    for (let year = 0; year < years; year++) amounts[year] = profile[movedOther * years + year];
    adjusted(amounts, movedOther, other);
    const cost = values[costTo] - (costFrom < 0 ? 0 : values[costFrom]);
    let pounds = values[pupils] * ((values[movedPart] * values[reducedPart]) / 10_000) * Math.abs(cost);
    const sign = cost < 0 ? -1 : 1;
    for (let year = 0; year < years; year++) {
      line_[year] = (sign * pounds * values[movedShare] * (one[year] / 100) * (other[year] / 100)) / 100;
    }
    overlap(moved.kind === "saving" ? 1 : 0, payers.indexOf(moved.gains.rest));
    // The same pounds avoided twice.
    for (let year = 0; year < years; year++) amounts[year] = profile[twiceOne * years + year];
    adjusted(amounts, twiceOne, one);
    for (let year = 0; year < years; year++) amounts[year] = profile[twiceOther * years + year];
    adjusted(amounts, twiceOther, other);
    const perCents = (values[absorbed] * values[held]) / 10_000, published = over[twiceOther] / 100;
    for (let year = 0; year < years; year++) {
      const pressure = profile[twiceOne * years + year], extra = profile[twiceOther * years + year];
      if (!(pressure > 0 && extra > 0)) {
        line_[year] = 0;
        continue;
      }
      const demand = (extra * values[growth] * values[unitCost]) / published;
      pounds = (demand < pressure ? demand : pressure) * perCents;
      const come = one[year] < pressure ? one[year] / pressure : 1;
      const came = other[year] < extra ? other[year] / extra : 1;
      line_[year] = (-pounds * values[twiceShare] * come * came) / 100;
    }
    overlap(twice.kind === "saving" ? 1 : 0, payers.indexOf(twice.gains.rest));

    let saved = 0, avoided = 0;
    for (let year = 0; year < years; year++) {
      saved += savings[year];
      avoided += avoidance[year];
      gained[year] = savings[year] + avoidance[year];
    }
    kept_.savings[draw] = saved;
    kept_.avoidance[draw] = avoided;
    keep(0, draw);
    for (let year = 0; year + 1 < years; year++) kept_.cumulative[year][draw] = cumulative[year];
    gained.set(savings);
    keep(1, draw);
    for (let payer = 0; payer < payers.length; payer++) {
      for (let year = 0; year < years; year++) gained[year] = funding[payer * years + year];
      keep(2 + payer, draw);
    }
  }

  // So many draws at a time are drawn, so that one table is gone to for many draws.
  const BLOCK = 64;
  const block = new Float64Array(BLOCK * inputs.count);
  const [high, low] = [inputs.high.slice(), inputs.low.slice()];
  function begin() {
    inputs.high.set(high);
    inputs.low.set(low);
    for (const repaid of kept_.repaid) repaid.fill(0);
  }
  return {
    kept: kept_,
    inputs: inputs.count,
    /** Draws and runs all of it, from the first draw. */
    all() {
      begin();
      const { places, count: each } = inputs;
      for (let done = 0; done < plan.draws; done += BLOCK) {
        const now = Math.min(BLOCK, plan.draws - done);
        draw(inputs, now, block);
        for (let i = 0, at = 0; i < now; i++) {
          for (let input = 0; input < each; input++) values[places[input]] = block[at++];
          run(done + i);
        }
      }
    },
    /** Draws all of it, to be run by the next. */
    draws() {
      begin();
      const all = new Float64Array(plan.draws * inputs.count);
      draw(inputs, plan.draws, all);
      return all;
    },
    /** Runs what was drawn before. */
    drawn(all) {
      for (const repaid of kept_.repaid) repaid.fill(0);
      const { places, count: each } = inputs;
      for (let i = 0, at = 0; i < plan.draws; i++) {
        for (let input = 0; input < each; input++) values[places[input]] = all[at++];
        run(i);
      }
    },
  };
}

function label(kase, year) {
  const { first } = kase.years;
  return `${first + year}/${String((first + year + 1) % 100).padStart(2, "0")}`;
}
