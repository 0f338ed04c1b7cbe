namespace CqpPortal.Browser.Tests;

/// <summary>What a validator of HTML would say of a page as the browser built it.</summary>
internal static class MarkupChecks
{
    /// <summary>A script that gives the faults found, in words: an empty list for a sound page.</summary>
    public const string Script = """
        () => {
          const faults = [], all = selector => [...document.querySelectorAll(selector)];
          const say = (fault, part) => faults.push(fault + ': ' + (part?.outerHTML ?? '').slice(0, 120));
          if (document.documentElement.lang !== (/^\/en(\/|$)/.test(location.pathname) ? 'en' : 'fr')) faults.push('The language is not that of the address');
          if (document.compatMode !== 'CSS1Compat') faults.push('No doctype');
          if (all('h1').length !== 1) faults.push('Not one h1 but ' + all('h1').length);
          if (all('main').length !== 1) faults.push('Not one main');
          if (!document.title.trim()) faults.push('No title');
          const told = document.querySelector('meta[name=description]')?.content.length ?? 0;
          if (!document.querySelector('meta[name=robots][content*=noindex]') && (told < 30 || told > 200)) faults.push('A page to be found is described in ' + told + ' letters');
          const ids = new Set();
          for (const part of all('[id]')) {
            if (!part.id || /\s/.test(part.id)) say('An empty or spaced id', part);
            if (ids.has(part.id)) say('An id twice', part);
            ids.add(part.id);
          }
          for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
            for (const part of all('[' + name + ']'))
              for (const id of part.getAttribute(name).split(/\s+/)) if (!ids.has(id)) say(name + ' leads nowhere', part);
          for (const part of all('label[for]')) if (!ids.has(part.htmlFor)) say('A label without its field', part);
          for (const part of all('a[href^="#"]')) if (!ids.has(part.getAttribute('href').slice(1))) say('A link inside the page leads nowhere', part);
          for (const part of all('input:not([type=hidden]), select, textarea')) if (!part.labels.length) say('A field without label', part);
          for (const part of all('a a, a button, button a, button button, label a, label button, summary a, summary button, a details')) say('One control inside another', part);
          for (const part of all('button, a[href], summary')) if (!part.textContent.trim()) say('A control without words', part);
          for (const part of all('ul > :not(li), ol > :not(li), dl > :not(dt, dd, div), dl > div > :not(dt, dd), tr > :not(td, th)')) say('A misplaced part of a list or table', part);
          // A block inside p closes the p, and leaves an empty one behind it.
          for (const part of all('p')) if (!part.textContent.trim() && !part.children.length && part.getAttribute('role') !== 'status') say('An empty paragraph', part);
          for (const part of all('[style], [onclick], style, script:not([src])')) say('Style or script inside the page', part);
          for (const part of all('svg[role=img]')) if (!part.querySelector('title')) say('A picture without title', part);
          let level = 0;
          for (const part of all('h1, h2, h3, h4')) {
            const now = Number(part.tagName[1]);
            if (level && now > level + 1) say('A heading skips a level', part);
            level = now;
          }
          return faults;
        }
        """;
}
