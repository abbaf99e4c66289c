(() => {
  'use strict';
  const page = JSON.parse(document.getElementById('report-data').textContent);
  const words = page.words;
  const HOUR = 3600;
  const DAY = 24 * HOUR;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
  const drawn = [];
  let printing = false;

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const series = at => colour('c' + (at % 6));

  function parts(hex) {
    const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, digit => digit + digit) : hex;
    return [1, 3, 5].map(at => parseInt(full.slice(at, at + 2), 16));
  }

  function mix(from, to, share) {
    const a = parts(from);
    const b = parts(to);
    return '#' + a.map((part, at) => Math.round(part + (b[at] - part) * share).toString(16).padStart(2, '0')).join('');
  }

  function readableOn(hex) {
    const [r, g, b] = parts(hex).map(part => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.19 ? '#10151b' : '#ffffff';
  }

  function number(value, digits) {
    const [whole, rest] = Math.abs(value).toFixed(digits).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, page.danish ? '.' : ',');
    const decimals = rest ? rest.replace(/0+$/, '') : '';
    return (value < 0 ? '-' : '') + grouped + (decimals ? (page.danish ? ',' : '.') + decimals : '');
  }

  /* The unit in which an axis is told: days are of calendar time alone. */
  function scale(all) {
    const unit = all.map(one => one.unit).find(one => one !== 'count') || 'count';
    const most = Math.max(0, ...all.flatMap(one => one.data.filter(value => value !== null)));
    if (unit === 'share') return { by: 0.01, name: '%' };
    if (unit === 'count') return { by: 1, name: '' };
    if (unit === 'length' && most > 2 * DAY) return { by: DAY, name: words.days };
    if (most > 2 * HOUR) return { by: HOUR, name: words.hours };
    return most > 120 ? { by: 60, name: words.minutes } : { by: 1, name: words.seconds };
  }

  const scaled = (one, unit) => one.data.map(value => (value === null ? null : value / unit.by));

  function base(narrow) {
    const text = { color: colour('text'), fontFamily: FONT, fontSize: narrow ? 11 : 13 };
    return {
      animation: false,
      useUTC: true,
      textStyle: text,
      backgroundColor: 'transparent',
      aria: { enabled: true, label: { enabled: false } },
      legend: { type: 'plain', top: 0, left: 0, textStyle: text, inactiveColor: colour('quiet'), itemGap: 16 },
      tooltip: {
        confine: true,
        backgroundColor: colour('panel'),
        borderColor: colour('line'),
        textStyle: { ...text, fontSize: 13 }
      }
    };
  }

  function axis(kind, more) {
    return {
      ...kind,
      axisLine: { lineStyle: { color: colour('quiet') } },
      axisTick: { lineStyle: { color: colour('line') } },
      splitLine: { show: kind.type !== 'category', lineStyle: { color: colour('line') } },
      nameTextStyle: { color: colour('quiet'), fontFamily: FONT },
      axisLabel: { color: colour('text'), fontFamily: FONT, hideOverlap: true, ...more }
    };
  }

  const element = (tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made.outerHTML;
  };

  const escaped = text => element('span', text);

  function told(chart, narrow) {
    return {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: points =>
        element('b', chart.labels[points[0].dataIndex]) +
        points
          .filter(point => chart.series[point.seriesIndex])
          .map(point => {
            const one = chart.series[point.seriesIndex];
            return '<br>' + point.marker + escaped(one.name + ': ' + one.said[point.dataIndex]);
          })
          .join('')
    };
  }

  const shortened = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);

  /* Ages: the older, the further from the ground; the oldest are alarming. */
  function older(at, all) {
    const share = at / Math.max(1, all - 2);
    if (at === all - 1) return colour('bad');
    return share < 0.5
      ? mix(mix(colour('c0'), colour('ground'), 0.6), colour('c0'), share * 2)
      : mix(colour('c0'), colour('text'), (share - 0.5) * 1.3);
  }

  function bars(chart, width) {
    const narrow = width < 560;
    const unit = scale(chart.series);
    const option = base(narrow);
    const categories = axis(
      { type: 'category', data: chart.labels, inverse: chart.lying },
      chart.lying
        ? { formatter: text => shortened(text, narrow ? 18 : 60), interval: 0 }
        : { rotate: narrow && chart.labels.length > 6 ? 45 : 0 }
    );
    const values = axis(
      { type: 'value', name: unit.name, nameGap: 8, minInterval: unit.by === 1 ? 1 : 0 },
      { formatter: value => number(value, 2) }
    );
    option.tooltip = { ...option.tooltip, ...told(chart, narrow) };
    option.legend.show = chart.series.length > 1;
    option.grid = {
      left: 4,
      right: chart.lying ? (narrow ? 62 : 90) : 12,
      top: chart.series.length > 1 ? (narrow && chart.series.length > 3 ? 112 : 58) : 34,
      bottom: 6,
      containLabel: true
    };
    option.xAxis = chart.lying ? values : categories;
    option.yAxis = chart.lying ? categories : values;
    option.series = chart.series.map((one, at) => ({
      name: one.name,
      type: one.type,
      data: scaled(one, unit),
      stack: chart.stacked ? 'all' : undefined,
      color: chart.stacked ? older(at, chart.series.length) : series(at),
      barMaxWidth: 34,
      symbol: ['circle', 'rect', 'triangle', 'diamond'][at % 4],
      symbolSize: 8,
      lineStyle: { width: 2.5, type: ['solid', 'dashed', 'dotted'][at % 3] },
      itemStyle: { borderColor: colour('ground'), borderWidth: chart.stacked ? 1 : 0 },
      label: {
        show: chart.lying,
        position: 'right',
        color: colour('text'),
        fontFamily: FONT,
        formatter: point => one.said[point.dataIndex]
      }
    }));
    return option;
  }

  function limits(chart, width) {
    const option = bars({ ...chart, lying: true, stacked: false }, width);
    const unit = scale([...chart.series, chart.limit]);
    option.xAxis.name = unit.name;
    option.series.forEach((one, at) => (one.data = scaled(chart.series[at], unit)));
    option.legend.show = true;
    option.series.push({
      name: chart.limit.name,
      type: 'scatter',
      data: scaled(chart.limit, unit).map((value, at) => [value, at]),
      symbol: 'rect',
      symbolSize: [5, 36],
      color: colour('bad'),
      itemStyle: { opacity: 1 },
      z: 5
    });
    const points = option.tooltip.formatter;
    option.tooltip.formatter = all =>
      points(all) + '<br>' + escaped(chart.limit.name + ': ' + chart.limit.said[all[0].dataIndex]);
    return option;
  }

  function heat(chart, width) {
    const option = base(false);
    const sizes = chart.cells.map(cell => cell[2]);
    const least = chart.shares ? Math.min(...sizes, 0.9) : 0;
    const most = chart.shares ? 1 : Math.max(...sizes, 1);
    const from = colour(chart.shares ? 'bad' : 'low');
    const to = colour(chart.shares ? 'good' : 'high');
    const shade = size => mix(from, to, most === least ? 1 : (size - least) / (most - least));
    option.legend.show = false;
    option.grid = { left: 4, right: 8, top: 8, bottom: 58, containLabel: true };
    option.xAxis = axis({ type: 'category', data: chart.across }, { interval: 0, fontSize: 11, rotate: chart.shares ? 35 : 0 });
    option.yAxis = axis({ type: 'category', data: chart.labels, inverse: true }, { interval: 0, formatter: text => shortened(text, 46) });
    option.tooltip.formatter = point =>
      element('b', chart.labels[point.value[1]] + ', ' + chart.across[point.value[0]]) + '<br>' + escaped(point.data.said);
    option.visualMap = {
      type: 'continuous',
      min: least,
      max: most,
      calculable: false,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemWidth: 12,
      itemHeight: 180,
      text: [chart.shares ? '100 %' : number(most, 0), chart.shares ? number(100 * least, 0) + ' %' : '0'],
      textStyle: { color: colour('text'), fontFamily: FONT },
      inRange: { color: [from, to] }
    };
    option.series = [
      {
        type: 'heatmap',
        data: chart.cells.map(cell => ({
          value: [cell[0], cell[1], cell[2]],
          said: cell[3],
          label: { color: readableOn(shade(cell[2])) }
        })),
        itemStyle: { borderColor: colour('ground'), borderWidth: 1 },
        label: {
          show: true,
          fontFamily: FONT,
          fontSize: 10,
          formatter: point => (chart.shares ? number(100 * point.value[2], 0) : point.value[2] === 0 ? '' : point.data.said)
        }
      }
    ];
    return option;
  }

  function flow(chart) {
    const option = base(false);
    const nodes = new Map();
    const tiers = [];
    const node = (id, ends) => {
      const name = id.slice(id.indexOf('|') + 1);
      if (!ends && !tiers.includes(name)) tiers.push(name);
      const fill = ends ? colour('quiet') : series(tiers.indexOf(name));
      if (!nodes.has(id)) nodes.set(id, { name: id, itemStyle: { color: fill, borderWidth: 0 } });
    };
    chart.links.forEach(link => {
      node(link.from, false);
      node(link.to, link.ends);
    });
    const short = id => id.slice(id.indexOf('|') + 1);
    option.legend.show = false;
    option.tooltip.formatter = point =>
      point.dataType === 'edge'
        ? element('b', short(point.data.source) + ' → ' + short(point.data.target)) + '<br>' + escaped(point.data.said)
        : element('b', short(point.name)) + '<br>' + escaped(number(point.value, 0));
    option.series = [
      {
        type: 'sankey',
        left: 4,
        right: 150,
        top: 12,
        bottom: 12,
        nodeGap: 18,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        data: [...nodes.values()],
        links: chart.links.map(link => ({ source: link.from, target: link.to, value: link.value, said: link.said })),
        lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
        label: { color: colour('text'), fontFamily: FONT, fontSize: 12, formatter: point => short(point.name) }
      }
    ];
    return option;
  }

  function rect(params, api, from, to, lane, top, height, style) {
    const begin = api.coord([from, lane]);
    const end = api.coord([to, lane]);
    const band = api.size([0, 1])[1];
    const shape = echarts.graphic.clipRectByRect(
      { x: begin[0], y: begin[1] - band * top, width: Math.max(2, end[0] - begin[0]), height: band * height },
      { x: params.coordSys.x, y: params.coordSys.y, width: params.coordSys.width, height: params.coordSys.height }
    );
    return shape && { type: 'rect', shape, style };
  }

  const severity = times => mix(colour('c1'), colour('bad'), Math.min(1, Math.max(0, (times - 1) / 3)));

  function stays(chart, name, late) {
    const shown = chart.visits.filter(visit => !late || visit.late !== undefined);
    return {
      name,
      type: 'custom',
      color: late ? colour('bad') : colour('c0'),
      encode: { x: [0, 1], y: 2 },
      z: late ? 4 : 3,
      data: shown.map(visit => ({ value: [late ? visit.late : visit.from, visit.to, visit.lane], visit })),
      renderItem: (params, api) => {
        const visit = shown[params.dataIndex];
        const fill = late ? severity(visit.times) : colour('c0');
        const bar = rect(params, api, api.value(0), api.value(1), api.value(2), 0.32, 0.64, { fill });
        if (!bar || late || bar.shape.width < 56) return bar;
        const text = shortened(visit.group, Math.floor(bar.shape.width / 7.5));
        const label = { text, x: bar.shape.x + 6, y: bar.shape.y + bar.shape.height / 2, textVerticalAlign: 'middle', fill: readableOn(fill), font: '12px ' + FONT };
        return { type: 'group', children: [bar, { type: 'text', style: label, silent: true }] };
      },
      tooltip: {
        formatter: point => {
          const visit = shown[point.dataIndex];
          const times = visit.late === undefined ? '' : '<br>' + escaped(words.times.replace('{0}', number(visit.times, 1)));
          return element('b', visit.group) + '<br>' + escaped(visit.said) + times;
        }
      }
    };
  }

  function waits(chart) {
    return {
      name: words.waited,
      type: 'custom',
      color: colour('c3'),
      encode: { x: [0, 1], y: 2 },
      z: 5,
      data: chart.holds.map(hold => [hold.from, hold.to, hold.lane]),
      renderItem: (params, api) =>
        rect(params, api, api.value(0), api.value(1), api.value(2), -0.2, 0.12, { fill: colour('c3') }),
      tooltip: { formatter: point => escaped(chart.holds[point.dataIndex].said) }
    };
  }

  const SYMBOLS = { limit: 'rect', threshold: 'pin', 'handed-over': 'triangle', 'given-back': 'arrow', answered: 'circle', reopened: 'diamond' };

  function marks(chart, key) {
    const shown = chart.marks.filter(mark => mark.key === key);
    const grave = key === 'limit' || key === 'threshold';
    return {
      name: words[key],
      type: 'scatter',
      color: grave ? colour('bad') : colour('text'),
      symbol: SYMBOLS[key],
      symbolSize: key === 'limit' ? [4, 34] : 11,
      symbolRotate: key === 'given-back' ? 180 : 0,
      symbolOffset: key === 'limit' ? [0, 0] : [0, -24],
      itemStyle: { borderColor: colour('ground'), borderWidth: 1, opacity: 1 },
      z: 6,
      data: shown.map(mark => [mark.at, mark.lane]),
      tooltip: { formatter: point => escaped(shown[point.dataIndex].said) }
    };
  }

  function course(chart) {
    const option = base(false);
    const keys = Object.keys(SYMBOLS).filter(key => chart.marks.some(mark => mark.key === key));
    const margin = Math.max(1, (chart.to - chart.from) * 0.02);
    option.grid = { left: 4, right: 16, top: 56, bottom: 6, containLabel: true };
    option.xAxis = axis({ type: 'time', min: chart.from - margin, max: chart.to + margin }, {
      formatter: page.danish ? { year: '{yyyy}', month: '{d}/{M}', day: '{d}/{M}', hour: '{HH}:{mm}' } : { year: '{yyyy}', month: '{MM}-{dd}', day: '{MM}-{dd}', hour: '{HH}:{mm}' }
    });
    option.yAxis = axis({ type: 'category', data: chart.lanes }, { interval: 0, formatter: text => shortened(text, 18) });
    const shut = {
      name: words.closed,
      type: 'line',
      data: [],
      color: colour('shut'),
      markArea: {
        silent: true,
        itemStyle: { color: colour('shut') },
        data: chart.closed.map(span => [{ xAxis: span[0] }, { xAxis: span[1] }])
      }
    };
    const late = chart.visits.some(visit => visit.late !== undefined);
    option.series = [
      shut,
      stays(chart, words.had, false),
      ...(late ? [stays(chart, words.late, true)] : []),
      ...(chart.holds.length > 0 ? [waits(chart)] : []),
      ...keys.map(key => marks(chart, key))
    ];
    option.legend.icon = undefined;
    option.legend.data = option.series.map(one => ({ name: one.name, icon: SYMBOLS[keys.find(key => words[key] === one.name)] || 'roundRect' }));
    return option;
  }

  const KINDS = { bars, limits, heat, flow, course };

  function height(chart, width) {
    if (chart.kind === 'bars' && chart.lying) return 60 + chart.labels.length * (16 + 18 * chart.series.length);
    if (chart.kind === 'limits') return 90 + chart.labels.length * 54;
    if (chart.kind === 'heat') return 110 + chart.labels.length * 32;
    if (chart.kind === 'course') return 100 + chart.lanes.length * 58;
    return 0;
  }

  function draw(one) {
    const width = printing ? 690 : one.place.clientWidth;
    const tall = height(one.chart, width);
    if (tall) one.place.style.height = tall + 'px';
    one.view.resize(printing ? { width } : {});
    one.view.setOption(KINDS[one.chart.kind](one.chart, width), true);
  }

  const drawAll = () => drawn.forEach(draw);

  page.charts.forEach(chart => {
    const place = document.getElementById(chart.id);
    const tall = height(chart, place.clientWidth);
    if (tall) place.style.height = tall + 'px';
    drawn.push({ chart, place, view: echarts.init(place, null, { renderer: 'svg' }) });
  });
  drawAll();

  let pending = 0;
  window.addEventListener('resize', () => {
    clearTimeout(pending);
    pending = setTimeout(drawAll, 120);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  window.addEventListener('beforeprint', () => {
    printing = true;
    document.documentElement.classList.add('paper');
    drawAll();
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    document.documentElement.classList.remove('paper');
    drawAll();
  });
})();
