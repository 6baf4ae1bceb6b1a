import { expect, test } from 'vitest';
import { mediaType, pictureType, servedAs } from '../../src/text/media.ts';

test('files are known by the endings of their names, capitals or not', () => {
  expect(['a/b.min.JS', 'chart.zh.svg', 'html', 'x.PNG'].map(mediaType)).toEqual([
    'text/javascript',
    'image/svg+xml',
    'text/html',
    'image/png',
  ]);
  expect(['LICENSE', 'a.constructor', 'folder.pdf/', ''].map(mediaType)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('only pictures are put into a page', () => {
  expect(['a.jpeg', 'a.svg', 'a.pdf', 'a.txt'].map(pictureType)).toEqual([
    'image/jpeg',
    'image/svg+xml',
    undefined,
    undefined,
  ]);
});

test('text is served with its encoding, and what nobody knows as bytes', () => {
  expect(['a.css', 'feed.xml', 'a.svg', 'a.woff2', 'a.bin'].map(servedAs)).toEqual([
    'text/css; charset=utf-8',
    'application/xml; charset=utf-8',
    'image/svg+xml',
    'font/woff2',
    'application/octet-stream',
  ]);
});
