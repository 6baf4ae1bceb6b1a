import { describe, expect, test } from 'vitest';
import { inlineSvg } from '../../src/text/svg.ts';

const chart = `<?xml version="1.0"?>
<!DOCTYPE svg [ <!ENTITY x "y"> ]>
<svg xmlns="http://www.w3.org/2000/svg" width="640px" height="320" role="graphics-document" aria-labelledby="t d" onload="alert(1)">
  <title id="t">Trade &amp; growth</title><desc id="d">Bars</desc>
  <defs><linearGradient id="g"><stop offset="0" stop-color="currentColor"/></linearGradient></defs>
  <rect width="10" height="5" fill="url(#g)" onclick="alert(2)"/><use xlink:href="#t"/>
  <text font-family="Arial" style="font-family: Arial; fill: url('#g')">US$50 bn &lt; 70</text>
</svg>`;

describe('a drawing', () => {
  const svg = inlineSvg(chart, 'a-', '') ?? '';

  test('starts at its root, with a view box and no name space', () => {
    expect(svg).toMatch(
      /^<svg width="640px" height="320" aria-labelledby="a-t a-d" id="a-svg" viewBox="0 0 640 320" role="img">/,
    );
  });
  test('keeps its title and its text', () => {
    expect(svg).toContain('<title id="a-t">Trade &amp; growth</title>');
    expect(svg).toContain('>US$50 bn &lt; 70</text>');
  });
  test('has its ids to itself', () => {
    expect(svg).toContain('<linearGradient id="a-g">');
    expect(svg).toContain('fill="url(#a-g)"');
    expect(svg).toContain('xlink:href="#a-t"');
    expect(svg).toContain('<text fill="url(#a-g)">');
  });
  test('leaves the font to the page', () => expect(svg).not.toMatch(/Arial|font-family/));
  test('runs nothing', () => expect(svg).not.toMatch(/alert|onload|onclick/));
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a script in another case', '<SCRIPT href="alert.js"></SCRIPT>'],
  ['a foreign object', '<foreignObject><body onload="alert(1)">alert(1)</body></foreignObject>'],
  ['a link', '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
  [
    'an animation of a link',
    '<animate attributeName="href" values="javascript:alert(1)"/><set attributeName="href" to="alert(1)"/>',
  ],
  ['another file', '<image href="https://x.example/alert.png"/><use href="other.svg#alert"/>'],
  [
    'a style that loads',
    '<rect style="fill: url(https://x.example/alert)"/><rect fill="url( &quot;https://x.example/alert&quot; )"/>',
  ],
  ['a sheet that loads', '<style>@import "alert.css"; rect { fill: url(alert.svg) } </style>'],
  ['a sheet that ends early', '<style><![CDATA[ </style><script>alert(1)</script> ]]></style>'],
  ['an event handler in capitals', '<rect ONCLICK="alert(1)"/>'],
  ['a comment', '<!-- alert -->'],
])('%s does not stay', (_, inside) => {
  const svg = inlineSvg(`<svg viewBox="0 0 1 1">${inside}</svg>`, 'a-', '') ?? '';
  expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/);
  expect(svg).not.toMatch(/alert|javascript|example|<script|<image|<a[ >]/i);
});

test('its styles reach nothing else on the page', () => {
  const svg = inlineSvg(
    '<svg viewBox="0 0 1 1"><style>.bar { fill: red; font-family: Arial } #x { fill: url(#g) }</style><rect id="x"/></svg>',
    'a-',
    '',
  );
  expect(svg).toContain('<style>#a-svg { .bar { fill: red; } #a-x { fill: url(#a-g) } }</style>');
});

test.each([
  [
    'an alternative text',
    '<svg aria-label="x"><title>y</title></svg>',
    'Trade "1992"',
    '<svg id="a-svg" role="img" aria-label="Trade &quot;1992&quot;">',
  ],
  ['its own label', '<svg aria-label="x"></svg>', '', '<svg aria-label="x" id="a-svg" role="img">'],
  ['its title', '<svg><title>y</title></svg>', '', '<svg id="a-svg" role="img">'],
  ['nothing: decoration', '<svg><rect/></svg>', '', '<svg id="a-svg" aria-hidden="true">'],
])('says by %s what it is', (_, text, alternative, root) => {
  expect(inlineSvg(text, 'a-', alternative)).toContain(root);
});

test('what is no drawing is not taken for one', () => {
  expect(inlineSvg('<html><p>404</p></html>', 'a-', '')).toBeUndefined();
});
